"""What each category brought is the campaign's own estimate of its part of the sales, against the same shops."""

from datetime import datetime, timedelta
from functools import cache

import pytest

from campaignctl.domain.campaign import Campaign, Seller, Window
from campaignctl.domain.tables import Mark
from campaignctl.stages.report import ReportInputs, report

from .test_lift import DAYS, START, ZONE, lines

SHOPS = {**{f"S-{n}": "Beauty" if n < 3 else "Toys" for n in range(6)}, **{f"F-{n}": "Garden" for n in range(10)}}


@cache
def report_of(*, until=13, **told):
    """Beauty sold 80% more while the campaign ran, Toys nothing."""
    sold = lines(lift=1.0, **told)
    days = {str(START.date() + timedelta(days=n)) for n in range(DAYS)}
    rose = sold["seller_id"].isin(["S-0", "S-1", "S-2"]) & sold["paid_day"].isin(days)
    sold.loc[rose, "subtotal_after_discount"] = (
        (sold.loc[rose, "subtotal_after_discount"] * 1.8).round().astype("Int64")
    )
    as_of = datetime(START.year, START.month, START.day, 23, 30, tzinfo=ZONE) + timedelta(days=until)
    sold = sold[sold["paid"] <= as_of].reset_index(drop=True)
    sellers = tuple(
        Seller(shop, shop, category, "Growth", "Campaign" if shop[0] == "S" else "Comparison", None)
        for shop, category in SHOPS.items()
    )
    window = Window(START, START + timedelta(days=DAYS))
    return report(ReportInputs(Campaign("Deals", "HD", "M", str(ZONE), "USD", window, sellers=sellers), as_of, sold))


def test_the_category_that_rose_is_told_from_zero_and_the_other_is_not():
    document = report_of()
    beauty, toys = (document.figures[f"gmv.category.{name}~expected"] for name in ("beauty", "toys"))
    assert beauty.low < 0.8 < beauty.high
    assert beauty.low > 0
    assert toys.low < 0 < toys.high
    chart = document.part("lift-by-category")
    title = "1 of 2 categories have a lift that is distinguishable from zero"
    assert document.words(chart.title) == title
    drawn = {series.name: [name is not None for name in series.values] for series in chart.series}
    assert drawn == {"Lift": [True, False], "Lift, not distinguishable from zero": [False, True]}


def test_parts_of_the_campaign_bring_about_what_it_brought():
    document = report_of()
    parts = sum(float(document.figures[f"gmv.category.{name}~expected_gap"].value) for name in ("beauty", "toys"))
    assert parts == pytest.approx(float(document.figures["gmv.total~expected_gap"].value), rel=0.1)


def test_what_cannot_be_told_from_zero_has_no_colour_in_the_table():
    table = report_of().part("categories")
    assert table.marks[0, "lift_percent"] is Mark.GOOD
    assert table.marks[1, "lift_percent"] is Mark.NEUTRAL
    assert {table.marks[row, "lift_low"] for row in (0, 1)} == {Mark.NEUTRAL}


@pytest.mark.parametrize("told", [{"before": 60}, {"until": 3.5}], ids=["no control", "still running"])
def test_without_a_whole_campaign_against_comparison_shops_no_category_has_a_lift(told):
    document = report_of(**told)
    assert not [name for name in document.figures if name.startswith("gmv.category.") and "~expected" in name]
    assert document.part("lift-by-category") is None
    (words,) = document.part("categories-lift").sentences
    assert document.words(words).startswith("Lift is estimated for the campaign as a whole")
