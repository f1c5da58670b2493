"""LibreOffice prints the memo on two pages, however much stands out."""

from datetime import timedelta

import pytest

from campaignctl.stages.report import for_memo
from campaignctl.writers.docx import write_memo

from .printed import pages
from .reading import TEMPLATE, made
from .sample import document


@pytest.mark.office
@pytest.mark.parametrize("steps", [1, 4])
def test_the_memo_prints_on_two_pages_at_most_with_both_charts(tmp_path, steps):
    long = ", with so much to be said of it that the cell takes up two lines" if steps > 1 else ""
    (told,) = pages([made(document(long=long, steps=steps), tmp_path)], tmp_path)
    assert len(told) <= 2
    assert "Sat 21" in "".join(told)
    assert "88%" in "".join(told)


LONG = "A shop whose name goes on for as long as any shop's name has ever gone, number {}"
CROWD = {f"S-{n:03d}": (LONG.format(n), f"A category with quite a long name, {n % 12}", 1) for n in range(1, 301)}
HISTORY = 14
"""Weeks of orders before the campaign: enough for an estimate from its own trend."""
SCENES = {
    "orders-alone": lambda sold: sold.whole(),
    "with-history": lambda sold: sold.whole(order_lines=sold.lines(weeks=HISTORY)),
    "still-running": lambda sold: sold.whole(as_of=sold.START + timedelta(hours=40)),
    "three-hundred-sellers": lambda sold: sold.whole(CROWD, order_lines=sold.lines(CROWD, weeks=4)),
    "hostile": lambda sold: sold.whole(sold.HOSTILE),
    "no-orders": lambda sold: sold.whole(order_lines=None),
}


@pytest.fixture(scope="module")
def papers(sold, tmp_path_factory):
    """The pages of memos of whole reports, by scene; the demo's is read in test_project.py, where the demo is made."""
    place = tmp_path_factory.mktemp("memos")
    for name, whole in SCENES.items():
        write_memo(for_memo(whole(sold)), TEMPLATE, place / f"{name}.docx")
    return dict(zip(SCENES, pages([place / f"{name}.docx" for name in SCENES], place), strict=True))


@pytest.mark.office
@pytest.mark.parametrize("scene", SCENES)
def test_the_memo_of_a_whole_report_prints_on_two_pages(papers, scene):
    assert 1 <= len(papers[scene]) <= 2
    assert not any("{{ " in page for page in papers[scene])
