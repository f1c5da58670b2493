"""Periods: what the campaign is compared with, across weeks, clocks and data that end early."""

from datetime import date, datetime, timedelta
from fractions import Fraction
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaignctl.domain.campaign import Window
from campaignctl.metrics.periods import before, local_days, midnight, periods, share_of_day

PACIFIC = ZoneInfo("America/Los_Angeles")
START, END = datetime(2026, 11, 20, tzinfo=PACIFIC), datetime(2026, 11, 26, tzinfo=PACIFIC)
LATER = datetime(2026, 12, 5, tzinfo=PACIFIC)
BETWEEN = (date(2026, 10, 16), date(2026, 11, 13))


def test_the_baseline_is_every_earlier_window_of_the_same_weekdays_that_fits():
    found = periods(Window(START, END), LATER, PACIFIC, BETWEEN, None)
    (stratum,) = found.baseline.strata
    assert found.baseline.windows == 4
    assert stratum.weight == Fraction(1, 4)
    assert {window.start.weekday() for window in stratum.windows} == {START.weekday()}
    assert found.baseline.days[date(2026, 11, 25)] == tuple(
        date(2026, 11, 25) - timedelta(weeks=n) for n in (2, 3, 4, 5)
    )


def test_a_window_across_a_change_of_the_clocks_keeps_its_local_times():
    """The clocks went back on November 1, 2026: that window is an hour longer."""
    window = Window(datetime(2026, 11, 6, 9, tzinfo=PACIFIC), datetime(2026, 11, 9, 9, tzinfo=PACIFIC))
    found = periods(window, LATER, PACIFIC, (date(2026, 10, 25), date(2026, 11, 2)), None)
    (earlier,) = found.baseline.strata[0].windows
    assert (earlier.start.hour, earlier.end.hour) == (9, 9)
    assert earlier.end.timestamp() - earlier.start.timestamp() == timedelta(days=3, hours=1).total_seconds()


def test_days_before_the_data_begin_are_no_baseline():
    with_all = periods(Window(START, END), LATER, PACIFIC, BETWEEN, date(2026, 10, 1))
    with_some = periods(Window(START, END), LATER, PACIFIC, BETWEEN, date(2026, 11, 1))
    with_none = periods(Window(START, END), LATER, PACIFIC, BETWEEN, date(2026, 11, 20))
    assert [with_all.baseline.windows, with_some.baseline.windows] == [4, 1]
    assert with_none.baseline is None


def test_where_no_window_fits_each_day_is_held_against_its_weekday():
    saturday = Window(datetime(2026, 11, 7, tzinfo=PACIFIC), datetime(2026, 11, 8, tzinfo=PACIFIC))
    found = periods(Window(START, END), LATER, PACIFIC, (date(2026, 11, 6), date(2026, 11, 13)), None, saturday)
    assert found.baseline.windows == 0
    assert found.baseline.days[date(2026, 11, 23)] == (date(2026, 11, 9),)
    assert len(found.baseline.days[date(2026, 11, 21)]) == 7, "no Saturday: the mean of all days"
    weights = {w.start.date(): s.weight for s in found.baseline.strata for w in s.windows}
    assert sum(weights.values()) == 6
    assert weights[date(2026, 11, 9)] == 1 + Fraction(1, 7)


@pytest.mark.parametrize(("first", "is_one"), [(13, False), (9, False), (7, True)])
def test_a_few_days_stand_for_no_other_weekday(first, is_one):
    found = periods(Window(START, END), LATER, PACIFIC, (date(2026, 11, first), date(2026, 11, 13)), None)
    assert (found.baseline is not None) is is_one, "one Friday, stretched over six days, would be a baseline of nothing"


def test_a_campaign_that_runs_is_compared_with_windows_cut_at_the_same_hour():
    noon = datetime(2026, 11, 22, 12, tzinfo=PACIFIC)
    found = periods(Window(START, END), noon, PACIFIC, BETWEEN, None)
    assert not found.is_over
    assert found.partial == date(2026, 11, 22)
    assert [str(day) for day in found.days] == ["2026-11-20", "2026-11-21", "2026-11-22"]
    assert len(found.all_days) == 6
    assert all(window.end.hour == 12 for window in found.baseline.strata[0].windows)


@pytest.mark.parametrize(("hour", "over"), [(20, False), (21, True), (23, True)])
def test_data_that_reach_the_last_evening_make_the_campaign_whole(hour, over):
    found = periods(Window(START, END), datetime(2026, 11, 25, hour, 30, tzinfo=PACIFIC), PACIFIC, BETWEEN, None)
    assert found.is_over is over
    assert (found.partial is None) is over


@pytest.mark.parametrize(("hour", "unfinished"), [(12, date(2026, 11, 22)), (20, date(2026, 11, 22)), (21, None)])
def test_a_day_whose_evening_the_data_reach_is_whole_while_the_campaign_runs_on(hour, unfinished):
    found = periods(Window(START, END), datetime(2026, 11, 22, hour, 30, tzinfo=PACIFIC), PACIFIC, BETWEEN, None)
    assert not found.is_over
    assert found.partial == unfinished


def test_before_the_start_there_are_no_days():
    found = periods(Window(START, END), START - timedelta(days=2), PACIFIC, BETWEEN, None)
    assert found.days == ()
    assert found.baseline is None


@given(st.integers(1, 40), st.integers(0, 23), st.integers(0, 120))
def test_baseline_windows_never_overlap_and_end_before_the_campaign(days, hour, back):
    start = datetime(2026, 11, 1, hour, tzinfo=PACIFIC)
    window = Window(start, start + timedelta(days=days))
    last = date(2026, 10, 31)
    found = periods(window, LATER + timedelta(days=60), PACIFIC, (last - timedelta(days=back), last), None)
    if found.baseline is None:
        return
    earlier = sorted((w for s in found.baseline.strata for w in s.windows), key=lambda w: w.start)
    assert all(a.end <= b.start for a, b in pairwise(earlier))
    assert earlier[-1].end <= midnight(date(2026, 11, 1), PACIFIC)
    whole = sum(s.weight * len(s.windows) for s in found.baseline.strata)
    assert whole == (1 if found.baseline.windows else sum(share_of_day(window, d, PACIFIC) for d in found.days))


def test_days_and_their_shares():
    window = Window(datetime(2026, 11, 1, 12, tzinfo=PACIFIC), datetime(2026, 11, 2, tzinfo=PACIFIC))
    assert local_days(window, PACIFIC) == (date(2026, 11, 1),)
    assert share_of_day(window, date(2026, 11, 1), PACIFIC) == Fraction(12, 25), "this day has 25 hours"
    assert local_days(Window(END, END), PACIFIC) == ()


def test_the_stretch_before_a_campaign_that_runs_holds_the_same_hours():
    """Three evenings just before it would flatter, or shame, a campaign that is read at noon of its third day."""
    noon = datetime(2026, 11, 22, 12, tzinfo=PACIFIC)
    found = before(periods(Window(START, END), noon, PACIFIC, BETWEEN, None))
    assert found.start == datetime(2026, 11, 14, tzinfo=PACIFIC)
    assert (found.end.date(), found.end.hour) == (date(2026, 11, 16), 12)
    assert before(periods(Window(START, END), LATER, PACIFIC, BETWEEN, None)).end == START


@pytest.mark.parametrize(
    ("first", "days", "hours"),
    [(datetime(2026, 11, 2), 1, 25), (datetime(2027, 3, 15), 7, 167), (datetime(2026, 11, 9), 7, 168)],  # noqa: DTZ001
)
def test_the_stretch_before_is_as_long_by_the_clock_when_clocks_change(first, days, hours):
    start = first.replace(tzinfo=PACIFIC)
    window = Window(start, midnight(start.date() + timedelta(days=days), PACIFIC))
    found = before(periods(window, window.end, PACIFIC, None, None))
    assert found.end == start
    assert (found.end.timestamp() - found.start.timestamp()) / 3600 == hours
    assert (start.date() - found.start.date()).days == days


def test_ordinary_weeks_leave_out_what_touches_the_campaign():
    """A week after the campaign would look poor beside a mean that holds it."""
    week = Window(datetime(2026, 12, 7, tzinfo=PACIFIC), datetime(2026, 12, 14, tzinfo=PACIFIC))
    late = week.end + timedelta(days=1)
    with_it, without = (
        periods(week, late, PACIFIC, (date(2026, 11, 2), date(2026, 11, 30)), None, but)
        for but in (None, Window(START, END))
    )
    assert [found.baseline.windows for found in (with_it, without)] == [4, 2]
    assert not any(w.start < END and w.end > START for s in without.baseline.strata for w in s.windows)
