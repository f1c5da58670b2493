"""LibreOffice prints the memo on two pages, however much stands out."""

import re
from dataclasses import replace
from datetime import timedelta

import pytest

from campaignctl.stages.report import for_memo
from campaignctl.stages.report.memo.cuts import fitted
from campaignctl.writers.docx import write_memo

from .printed import pages
from .reading import TEMPLATE, made
from .sample import document


@pytest.mark.office
def test_the_memo_prints_on_two_pages_with_all_charts(tmp_path):
    (told,) = pages([made(document(), tmp_path)], tmp_path)
    assert len(told) == 2
    assert "Sat 21" in "".join(told)
    assert "88%" in "".join(told)


@pytest.mark.office
def test_a_memo_with_more_to_say_than_two_pages_hold_prints_on_two(tmp_path):
    whole = document(long=", with so much to be said of it that the cell takes up two lines", steps=3)
    kept = replace(whole, sections=fitted(whole, whole.sections))
    (told,) = pages([made(kept, tmp_path)], tmp_path)
    assert len(told) == 2
    assert "We ask for 2 decisions" in told[1]
    assert "How sure we are" in told[1]


@pytest.mark.office
def test_sections_and_figures_are_counted_and_returns_stand_in_their_rows(tmp_path):
    (told,) = pages([made(document(), tmp_path)], tmp_path)
    whole = "\n".join(told)
    assert [number for number in range(1, 8) if re.search(rf"^{number}\. \S", whole, re.MULTILINE)] == [
        1,
        2,
        3,
        4,
        5,
        6,
    ]
    assert "Figure 3. Margin added per unit of discount" in whole
    (row,) = (line for line in whole.splitlines() if line.startswith("Seller coupons"))
    assert row.split() == ["Seller", "coupons", "$64,000", "1.1", "(0.6", "to", "1.7)"]
    assert "1 = break-even" in whole
    assert "1 of 2" in told[0]


LONG = "A shop whose name goes on for as long as any shop's name has ever gone, number {}"
CROWD = {f"S-{n:03d}": (LONG.format(n), f"A category with quite a long name, {n % 12}", 1) for n in range(1, 301)}
ONE = {"S-001": ("Only Shop", "Beauty", 1)}
HISTORY = 14
"""Weeks of orders before the campaign: enough for an estimate from its own trend."""
SCENES = {
    "orders-alone": lambda sold: sold.whole(),
    "with-history": lambda sold: sold.whole(order_lines=sold.lines(weeks=HISTORY)),
    "still-running": lambda sold: sold.whole(as_of=sold.START + timedelta(hours=40)),
    "three-hundred-sellers": lambda sold: sold.whole(CROWD, order_lines=sold.lines(CROWD, weeks=4)),
    "hostile": lambda sold: sold.whole(sold.HOSTILE),
    "one-shop": lambda sold: sold.whole(ONE, order_lines=sold.lines(ONE, weeks=4)),
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
