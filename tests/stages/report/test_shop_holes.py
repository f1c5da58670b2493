"""A hole of days in one shop's exports is no stretch without sales: it is told, and stands against nothing."""

from datetime import date, timedelta

import pytest

from campaignctl.domain.document import Findings
from campaignctl.stages.report import report
from campaignctl.stages.report.shop_holes import shop_holes

HOLE = [f"2026-10-{day:02d}" for day in range(5, 15)]
SHOP = "S-003"


def without(lines, days, shop=SHOP):
    return lines[~(lines["seller_id"].eq(shop) & lines["paid_day"].isin(days))].reset_index(drop=True)


def messages(document):
    told = (part for part in document.section("data").parts if isinstance(part, Findings))
    return [finding.message for part in told for finding in part.findings if finding.code == "DAT126"]


@pytest.fixture(scope="module")
def whole(make_lines):
    return make_lines()


@pytest.fixture(scope="module")
def holed(build, whole):
    return report(build(order_lines=without(whole.copy(), HOLE)))


def test_the_days_are_found_in_the_shop_alone(build, whole):
    found = shop_holes(build(order_lines=without(whole.copy(), HOLE)))
    assert found == {SHOP: tuple(date.fromisoformat(day) for day in HOLE)}
    assert shop_holes(build(order_lines=whole.copy())) == {}


def test_a_shop_that_sells_every_other_day_has_no_hole(build, whole):
    days = sorted(whole["paid_day"].dropna().unique())
    rare = without(whole.copy(), [day for at, day in enumerate(days) if at % 2])
    assert shop_holes(build(order_lines=without(rare, days[10:16]))) == {}


def test_days_that_no_export_holds_are_no_shop_s_own(build, whole):
    lines = whole[~whole["paid_day"].isin(HOLE)].reset_index(drop=True)
    assert shop_holes(build(order_lines=lines), [date.fromisoformat(day) for day in HOLE]) == {}


def test_its_baseline_is_made_of_the_weeks_without_them(holed, ordinary, whole):
    own = whole[whole["seller_id"].eq(SHOP) & ~whole["sku_id"].str.endswith("99")]
    start, sums = date(2026, 11, 20), []
    for back in range(14, 57, 7):
        days = [str(start + timedelta(days=n - back)) for n in range(6)]
        if not set(days) & set(HOLE):
            sums.append(int(own[own["paid_day"].isin(days)]["subtotal_after_discount"].sum()))
    figure = holed.figures["gmv.seller.s-003@baseline"]
    assert len(sums) == 5
    assert float(figure.value) == pytest.approx(sum(sums) / 5 / 100, abs=0.01)
    assert holed.figures["gmv.seller.s-001@baseline"] == ordinary.figures["gmv.seller.s-001@baseline"]
    assert "of 1 shop those that its exports hold" in holed.words(holed.section("daily").source)


def test_the_finding_names_days_and_what_becomes_of_them(holed):
    (message,) = messages(holed)
    assert message == (
        "the exports of Quiet Harbour hold no order of Mon Oct 5 to Wed Oct 14, though it sells nearly every day; its "
        "baseline is made of the weeks without them; what the campaign brought is told without it"
    )


def test_a_hole_in_the_campaign_counts_as_nothing_sold_and_says_so(build, whole):
    (message,) = messages(report(build(order_lines=without(whole.copy(), ["2026-11-21", "2026-11-22", "2026-11-23"]))))
    assert "Sat Nov 21 to Mon Nov 23" in message
    assert "3 days of the campaign count as nothing sold there" in message
