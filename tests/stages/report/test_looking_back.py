"""A report against what came before: the stretch just before, the last report, earlier campaigns, regular periods."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

import pandas as pd
import pytest

from campaignctl.domain.earlier import Action, Earlier, at_equal_age
from campaignctl.domain.frames import shaped
from campaignctl.domain.handed_out import ADS
from campaignctl.stages.report import Span, asked_for, of_period, report

ZONE = ZoneInfo("America/Los_Angeles")


def told(month: int, day: int, gmv: str, **rates: float) -> Earlier:
    values = {
        "gmv.total": Decimal(gmv),
        "orders.total": 600.0,
        **{f"{word}.total": value for word, value in rates.items()},
    }
    return Earlier("Lantern Week 2026", datetime(2026, month, day, 9, tzinfo=ZONE), values)


def cells(document, slug):
    table = document.part(slug)
    words = [
        [cell if isinstance(cell, str) else None if cell is None else document.figures[cell.id].words for cell in row]
        for row in table.rows
    ]
    return {
        row[0]: dict(zip([f"{c.group} {c.title}".strip() for c in table.columns], row, strict=True)) for row in words
    }


def test_the_stretch_just_before_is_as_long_as_the_campaign(build, ordinary):
    lines = build().order_lines
    before = lines[(lines["paid_day"] >= "2026-11-14") & (lines["paid_day"] < "2026-11-20")]
    counted = before[before["sku_id"].str.endswith("99") == False]  # noqa: E712 - those are not registered
    assert ordinary.figures["gmv.total@previous"].value == Decimal(int(counted["subtotal_after_discount"].sum())) / 100
    change = ordinary.figures["gmv.total"].value / ordinary.figures["gmv.total@previous"].value - 1
    assert ordinary.figures["gmv.total~previous"].value == pytest.approx(float(change))


def test_a_campaign_that_still_runs_is_held_against_the_same_hours_of_the_days_before(build):
    lines = build().order_lines
    document = report(build(as_of=datetime(2026, 11, 22, 12, tzinfo=ZONE)))
    start, end = (datetime(2026, 11, day, hour, tzinfo=ZONE) for day, hour in ((14, 0), (16, 12)))
    counted = lines[(lines["paid"] >= start) & (lines["paid"] < end) & ~lines["sku_id"].str.endswith("99")]
    shown = document.figures["gmv.total@previous"].value
    assert float(shown) == pytest.approx(counted["subtotal_after_discount"].sum() / 100, rel=0.01)


def test_without_the_days_before_there_is_nothing_to_hold_it_against(build, make_lines):
    assert "gmv.total@previous" not in report(build(order_lines=make_lines(weeks=0))).figures


def test_what_moved_since_the_last_report_stands_beside_it(build):
    last = told(11, 27, "24000.00", refund_rate=0.01)
    found = cells(report(build(past=(told(11, 23, "9000.00"), last))), "comparisons")
    assert found["GMV"]["Last report, Nov 27"] == "$24K"
    assert found["Refund rate (provisional)"]["vs last report, Nov 27"] == "+0.41 pp"
    assert found["Units"]["Last report, Nov 27"] is None


def test_a_report_never_looks_at_one_of_its_own_time_or_later(build):
    later = (told(12, 2, "24000.00"), told(12, 9, "24000.00"))
    assert "gmv.total@last" not in report(build(past=later)).figures


def test_figures_that_returns_still_move_are_provisional_until_they_are_final(build, make_campaign):
    early = report(build(campaign=make_campaign(figures_final=date(2026, 12, 20))))
    late = report(build(campaign=make_campaign(figures_final=date(2026, 12, 1))))
    assert {"GMV", "Net GMV (provisional)", "Refund rate (provisional)"} <= cells(early, "comparisons").keys()
    assert {"GMV", "Net GMV", "Refund rate"} <= cells(late, "comparisons").keys()


def test_an_earlier_campaign_is_taken_at_the_same_age():
    end = datetime(2025, 11, 26, tzinfo=ZONE)
    reports = tuple(Earlier("2025", end + timedelta(days=days), {}, timedelta(days=days)) for days in (1, 7, 30))
    assert at_equal_age(reports, timedelta(days=9)) is reports[1]
    assert at_equal_age((Earlier("2025", end),), timedelta(days=9)) is None


def test_an_earlier_campaign_has_columns_of_its_own(build):
    earlier = replace(told(11, 1, "20000.00"), name="Holiday 2025", age=timedelta(days=7))
    document = report(build(earlier=(earlier,)))
    assert cells(document, "comparisons")["GMV"]["vs Holiday 2025, 7 days after its end"] == "+27%"
    assert document.figures["gmv.total@earlier-holiday-2025"].value == Decimal("20000.00")


@pytest.fixture
def weekly(build):
    def made(as_of: datetime, past: tuple[Earlier, ...]):
        plain = build()
        lines = plain.order_lines[plain.order_lines["paid"] < as_of]
        campaign = of_period(plain.campaign, Span.WEEK, as_of)
        return report(replace(plain, campaign=campaign, as_of=as_of, order_lines=lines, span=Span.WEEK, past=past))

    return made


def test_whole_weeks_are_held_against_each_other_and_partial_ones_against_nothing(weekly):
    past = (
        Earlier("x", datetime(2026, 11, 9, tzinfo=ZONE), {"gmv.total": Decimal("16000.00")}),
        Earlier("x", datetime(2026, 11, 16, tzinfo=ZONE), {"gmv.total": Decimal("17000.00")}),
    )
    whole = cells(weekly(datetime(2026, 11, 23, tzinfo=ZONE), past), "trend-periods")
    assert list(whole) == ["Nov 2 to 8", "Nov 9 to 15", "Nov 16 to 22"]
    assert whole["Nov 9 to 15"]["Against the one before"] == "+6%"
    assert whole["Nov 16 to 22"]["Against the one before"] is not None
    partial = cells(weekly(datetime(2026, 11, 18, 13, tzinfo=ZONE), past), "trend-periods")
    assert partial["Nov 16 to 22 so far"]["Against the one before"] is None


def test_of_one_week_the_newest_report_counts(weekly):
    past = tuple(
        Earlier("x", datetime(2026, 11, day, 12, tzinfo=ZONE), {"gmv.total": Decimal(gmv)})
        for day, gmv in ((11, "5000.00"), (14, "14000.00"))
    )
    document = weekly(datetime(2026, 11, 23, tzinfo=ZONE), past)
    assert cells(document, "trend-periods")["Nov 9 to 15 so far"]["GMV"] == "$14K"


def test_an_action_is_still_seen_when_its_insight_is_told_again(build, ordinary):
    asked = asked_for(ordinary)
    again = report(
        build(asked=(asked[0], Action("▼ lost", "Old", "Something that went", "Mend it")), asked_on=build().as_of)
    )
    assert [row[-1] for row in again.part("actions").rows] == ["still seen", "no longer seen"]
    assert asked[0].what.split()[0] == asked[0].about.split()[0]
    assert "$" not in asked[0].about


def test_without_a_report_before_nothing_was_asked(ordinary):
    assert ordinary.section("actions") is None


def test_an_insight_names_the_one_who_answers_for_its_key(build):
    owners = {"": "Ana", "Beauty": "Ben", "S-003": "Cleo"}
    table = report(build(owners=owners)).part("insights")
    owner = [column.key for column in table.columns].index("owner")
    by_words = {table_row[1].parts[0] if table_row[1].parts else "": table_row[owner] for table_row in table.rows}
    assert set(by_words.values()) <= {"Ana", "Ben", "Cleo"}
    assert by_words["Quiet Harbour"] == "Cleo"


def test_return_on_ads_is_held_against_an_earlier_campaign_and_stands_nowhere_without_one(build):
    moment = datetime(2026, 11, 21, 12, tzinfo=ZONE)
    row = {"seller_id": "S-001", "title": "LIVE", "launched": moment, "cost": 5000, "shop_revenue": 20000}
    ran = {"ads": shaped(pd.DataFrame([row]).assign(launched=pd.to_datetime([moment], utc=True)), ADS)}
    plain = build(beside=ran)
    earlier = replace(plain, earlier=(replace(told(6, 1, "9000.00", roas=3.2), name="Summer 2026"),))
    found = cells(report(earlier), "comparisons")
    assert found["ROAS"]["Now"] == "4.00"
    assert any(heading.startswith("Summer 2026") and words == "3.20" for heading, words in found["ROAS"].items())
    assert "ROAS" not in cells(report(plain), "comparisons")
