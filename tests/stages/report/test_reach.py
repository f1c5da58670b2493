"""Exports reach back differently far: like is held against like, and the report says which shops count otherwise."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from campaignctl.domain.campaign import Window
from campaignctl.domain.document import Findings
from campaignctl.metrics.periods import only, periods
from campaignctl.stages.report import report

START = date(2026, 11, 20)
SHOPS = {  # id: name, category, orders a day, change in the campaign, target
    "S-001": ("Lantern & Sons", "Beauty", 6, 2.0, 95_000),
    "S-002": ("Blue Orchard", "Home & Kitchen", 5, 1.5, 60_000),
    "S-003": ("Quiet Harbour", "Toys", 7, 0.7, 38_000),
}
LATE = "S-003"


def since(lines, day, shop=LATE):
    return lines[(lines["seller_id"] != shop) | (lines["paid_day"] >= str(day))].reset_index(drop=True)


def windows(shop, lines):
    """The mean of a shop's own windows of six days, by plain pandas."""
    own = lines[(lines["seller_id"] == shop) & ~lines["sku_id"].str.endswith("99")]
    first, sums = own["paid_day"].min(), []
    for back in range(14, 57, 7):
        days = [str(START + timedelta(days=n - back)) for n in range(6)]
        if days[0] >= first:
            sums.append(int(own[own["paid_day"].isin(days)]["subtotal_after_discount"].sum()))
    return sum(sums) / len(sums) if sums else None


def findings(document):
    told = (part for part in document.section("data").parts if isinstance(part, Findings))
    return {finding.code: finding.message for part in told for finding in part.findings}


@pytest.fixture
def made(build, make_lines, make_campaign, make_registered):
    whole = make_lines(SHOPS)

    def make(cut=lambda lines: lines):
        lines = cut(whole)
        registered, campaign = make_registered(SHOPS), make_campaign(SHOPS, promotions=())
        return lines, report(build(order_lines=lines, campaign=campaign, registered=registered, streams=None))

    return make


def test_a_shop_whose_exports_begin_later_counts_with_the_weeks_that_they_hold(made):
    lines, document = made(lambda whole: since(whole, "2026-10-20"))
    usual = sum(windows(shop, lines) for shop in SHOPS)
    assert float(document.figures["gmv.total@baseline"].value) == pytest.approx(usual / 100, abs=0.01)
    by_day = [document.figures[f"gmv.day.2026-11-{n}@baseline"].value for n in range(20, 26)]
    assert float(sum(by_day)) == pytest.approx(usual / 100, abs=0.05)
    assert float(document.figures["gmv.category.toys@baseline"].value) == pytest.approx(
        windows(LATE, lines) / 100, abs=0.01
    )
    assert "of 1 shop those that its exports hold" in document.words(document.section("daily").source)
    assert "its baseline is made of the weeks since" in findings(document)["DAT115"]


def test_a_shop_that_handed_in_the_campaign_alone_is_on_neither_side_of_a_comparison(made):
    """Its sales are the campaign's all the same."""
    lines, document = made(lambda whole: since(whole, START))
    others = ["S-001", "S-002"]
    now = lines[(lines["paid_day"] >= str(START)) & ~lines["sku_id"].str.endswith("99")]
    sold = now.groupby("seller_id")["subtotal_after_discount"].sum()
    usual = sum(windows(shop, lines) for shop in others)
    figures = document.figures
    assert float(figures["gmv.total"].value) == pytest.approx(sold.sum() / 100)
    assert figures["gmv.total~baseline"].value == pytest.approx(sold[others].sum() / usual - 1, abs=1e-4)
    assert float(figures["gmv.total~baseline_gap"].value) == pytest.approx((sold[others].sum() - usual) / 100, abs=0.02)
    parts = [
        float(figure.value) for name, figure in figures.items() if ".driver." in name and name.endswith("baseline_gap")
    ]
    assert sum(parts) == pytest.approx(float(figures["gmv.total~baseline_gap"].value), abs=0.05)
    assert figures["gmv.category.toys~baseline"].value is None
    before = [str(START - timedelta(days=n)) for n in range(1, 7)]
    just = lines[lines["paid_day"].isin(before) & ~lines["sku_id"].str.endswith("99")]["subtotal_after_discount"].sum()
    assert figures["gmv.total~previous"].value == pytest.approx(sold[others].sum() / just - 1, abs=1e-4)
    assert "without 1 shop whose exports hold none" in document.words(document.section("daily").source)
    assert "it has no baseline" in findings(document)["DAT115"]


def test_what_the_campaign_brought_is_told_of_the_shops_that_reach_back_and_no_return_of_all(made):
    _, whole = made(lambda lines: lines[lines["seller_id"] != LATE].reset_index(drop=True))
    _, document = made(lambda lines: since(lines, START))
    for name in ("gmv.total~expected", "gmv.total~expected_gap", "gmv.total@expected"):
        assert document.figures[name].value == whole.figures[name].value
    assert document.figures["gmv.total@whole_days"].value == whole.figures["gmv.total"].value
    assert "without 1 shop" in document.words(document.section("lift").title)
    assert not [name for name in document.figures if name.startswith("roi.")]


def test_weeks_with_a_day_that_no_export_holds_are_no_baseline(made):
    lines, document = made(lambda whole: whole[whole["paid_day"] != "2026-10-14"].reset_index(drop=True))
    assert document.figures["baseline_windows.total"].value == 6
    own = lines[~lines["sku_id"].str.endswith("99")]
    weeks = [[str(START + timedelta(days=n - back)) for n in range(6)] for back in range(14, 57, 7)]
    whole = [week for week in weeks if "2026-10-14" not in week]
    usual = sum(int(own[own["paid_day"].isin(week)]["subtotal_after_discount"].sum()) for week in whole) / len(whole)
    assert float(document.figures["gmv.total@baseline"].value) == pytest.approx(usual / 100, abs=0.01)
    assert "without the weeks they lie in" in findings(document)["DAT113"]


# ------------------------------------------------------------------------------------------- the stretches that are left

WINDOW = Window(datetime(2026, 11, 20, tzinfo=UTC), datetime(2026, 11, 26, tzinfo=UTC))


@pytest.mark.parametrize(
    ("first", "left"), [("2026-10-09", 5), ("2026-10-10", 4), ("2026-11-06", 1), ("2026-11-07", 0)]
)
def test_a_window_counts_where_all_of_its_days_are_told(first, left):
    during = periods(WINDOW, WINDOW.end, ZoneInfo("UTC"), (date(2026, 9, 1), date(2026, 11, 13)), None)
    found = only(during, lambda day: str(day) >= first).baseline
    assert (0 if found is None else found.windows) == left
    if found is not None:
        assert {len(days) for days in found.days.values()} == {left}
        assert found.days[START] == tuple(START - timedelta(days=7 * n) for n in range(2, 2 + left))
        assert sum(stratum.weight * len(stratum.windows) for stratum in found.strata) == 1


def test_days_that_stand_for_their_weekday_are_those_that_are_told():
    between = (date(2026, 11, 7), date(2026, 11, 16))
    during = periods(WINDOW, WINDOW.end, ZoneInfo("UTC"), between, None)
    assert during.baseline.windows == 0
    assert during.baseline.days[date(2026, 11, 21)] == (date(2026, 11, 7), date(2026, 11, 14))
    found = only(during, lambda day: day.day != 7).baseline
    assert found.days[date(2026, 11, 21)] == (date(2026, 11, 14),)
    assert sum(stratum.weight * len(stratum.windows) for stratum in found.strata) == 6
    assert only(during, lambda day: day.day != 10).baseline is None, "no other Tuesday is told"
