"""Targets in whole parts, and words for days and zones."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaignctl.domain.campaign import Window
from campaignctl.domain.wording import listed
from campaignctl.stages.report import report
from campaignctl.stages.report.phrases import cut
from campaignctl.stages.report.targets import apportion
from campaignctl.stages.report.times import axis_day, clock_words, full_day, half_open, period_words

PACIFIC, JAKARTA, KOLKATA = (ZoneInfo(name) for name in ("America/Los_Angeles", "Asia/Jakarta", "Asia/Kolkata"))


@given(st.integers(0, 10**12), st.lists(st.decimals("0.01", 1000, places=2), min_size=1, max_size=40))
def test_parts_add_up_and_none_is_off_by_a_whole_unit(total, weights):
    parts = apportion(total, weights)
    assert sum(parts) == total
    whole = sum(weights)
    assert all(abs(part - total * weight / whole) < 1 for part, weight in zip(parts, weights, strict=True))


def test_equal_remainders_go_to_the_first():
    assert apportion(100, [Decimal(1)] * 3) == [34, 33, 33]


def window(first: str, last: str, zone: ZoneInfo = PACIFIC) -> Window:
    return Window(*(datetime.fromisoformat(moment).replace(tzinfo=zone) for moment in (first, last)))


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("2026-11-20", "2026-11-26", "Nov 20 to 25"),
        ("2026-11-28", "2026-12-03", "Nov 28 to Dec 2"),
        ("2026-11-20", "2026-11-21", "Nov 20"),
        ("2026-12-30", "2027-01-02", "Dec 30 to Jan 1"),
        ("2026-11-20 09:00", "2026-11-21 18:00", "Nov 20 to 21"),
    ],
)
def test_a_period_names_its_first_and_last_day(first, last, words):
    assert period_words(window(first, last), PACIFIC) == words


def test_zone_words_say_whether_days_are_whole():
    assert clock_words(window("2026-11-20", "2026-11-26"), PACIFIC) == "midnight to midnight, Pacific time"
    assert clock_words(window("2026-11-20 09:00", "2026-11-26"), PACIFIC) == "09:00 to 00:00, Pacific time"
    assert half_open(window("2026-11-20", "2026-11-26"), PACIFIC) == "Nov 20, 00:00 to Nov 26, 00:00 PT"


def test_days_and_names_in_words():
    assert [axis_day(date(2026, 11, 20)), full_day(date(2026, 11, 20))] == ["Fri 20", "Fri Nov 20"]
    assert [listed(["a"]), listed(["a", "b"]), listed(["a", "b", "c"])] == ["a", "a and b", "a, b and c"]
    assert cut("  a\nlong   name ", 9) == "a long n…"


def with_seller_target(inputs, seller, target):
    sellers = tuple(replace(one, gmv_target=target) if one.id == seller else one for one in inputs.campaign.sellers)
    return replace(inputs, campaign=replace(inputs.campaign, sellers=sellers))


def test_a_seller_s_target_above_the_campaign_s_is_no_shortfall_on_its_sheet_and_questioned_in_the_summary(
    build, ordinary
):
    slip = report(with_seller_target(build(), "S-001", 900_000_000_00))
    assert slip.figures["judged.sellers"].value == ordinary.figures["judged.sellers"].value - 1
    assert float(slip.figures["shortfall.sellers"].value) <= float(ordinary.figures["shortfall.sellers"].value)
    assert "1 target is larger than the campaign's and left out." in slip.words(slip.section("sellers").source)
    told = [slip.words(row[1]) for slug in ("highlights", "insights") for row in slip.part(slug).rows]
    assert sum("larger than the campaign's" in line for line in told) == 1
    assert not [line for line in told if "lacked $900" in line]


def at_noon(build, lines):
    """The report of a campaign that stands at noon of its third day, and the shares of its target due by then."""
    document = report(build(order_lines=lines, as_of=datetime(2026, 11, 22, 12, tzinfo=PACIFIC)))
    figures = document.figures
    whole = [figures[f"gmv.day.2026-11-{day}@target"].value for day in (20, 21, 22)]
    meaning = next(document.words(row[1]) for row in document.part("definitions").rows if row[0] == "Target")
    return document, float(whole[2]), meaning


def test_a_running_day_is_due_as_it_usually_runs_by_the_hour(build, make_lines):
    """The shops sell from nine to nine: by noon a quarter of the day's orders, not half of them."""
    lines = make_lines(until=datetime(2026, 11, 22, 12, tzinfo=PACIFIC))
    _, due, meaning = at_noon(build, lines)
    sundays = lines[lines["paid_day"].isin([str(date(2026, 11, 8) - timedelta(weeks=n)) for n in range(7)])]
    mine = sundays[~sundays["sku_id"].str.endswith("99")]
    local = mine["paid"].dt.tz_convert(PACIFIC)
    worth = mine["subtotal_after_discount"].astype("float64")
    share = worth[local.dt.hour < 12].sum() / worth.sum()
    clock = without_hours(lines)
    _, by_clock, other = at_noon(build, clock)
    assert due / (2 * by_clock) == pytest.approx(share, abs=0.01)
    assert meaning.endswith("a running day as it usually runs by the hour")
    assert other.endswith("a running day by the clock")


def without_hours(lines):
    """The same lines as an export that tells days and no hours: all at midnight."""
    day = lines["paid"].dt.tz_convert(PACIFIC).dt.normalize().dt.tz_convert("UTC")
    return lines.assign(paid=day.astype(lines["paid"].dtype))
