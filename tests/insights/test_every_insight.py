"""Every insight says what its drawn evidence asks for, and nothing else."""

import pytest

from campaignctl.insights.catalogue import FAMILIES, insights
from campaignctl.insights.proof import said

EXAMPLES = [(page, drawn) for page in insights().values() for drawn in page.examples]


@pytest.mark.parametrize(("page", "drawn"), EXAMPLES, ids=[f"{page.code}-{n}" for n, (page, _) in enumerate(EXAMPLES)])
def test_it_says_what_is_drawn_below_its_evidence(page, drawn):
    assert said(page, drawn) == list(drawn.expected)


@pytest.mark.parametrize("page", insights().values(), ids=insights())
def test_a_page_shows_what_it_finds(page):
    assert any(drawn.expected for drawn in page.examples)
    assert page.code[:3] in FAMILIES
