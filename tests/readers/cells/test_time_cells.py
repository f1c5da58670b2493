"""Dates and times in every spelling, on the campaign's clock, and what the end of a day means."""

from datetime import UTC, date, datetime, time, timedelta

import pytest

from campaignctl.domain.forms import Column, Type
from campaignctl.domain.observations import Kind
from campaignctl.readers.cells import READ, Reading

LA = "America/Los_Angeles"
NOT, TWO_WAYS, DAY_END, DST = Kind.NOT_A_DATE, Kind.AMBIGUOUS_DATE, Kind.WHOLE_DAY_END, Kind.DST_TIME


def _local(text: str) -> datetime:
    return datetime.fromisoformat(text)


def _read(cell, *, ends=False, kind=Type.DATETIME, order="mdy", zone=LA):
    """Return the instant in UTC as text, and the kind of what was observed."""
    typed = READ[kind]([cell], Column("Starts", "starts", kind, ends=ends), Reading("USD", zone, order))
    value = typed.column[0]
    assert value is None or value.tzinfo is UTC
    return (f"{value:%Y-%m-%d %H:%M:%S}" if value else None), (typed.odd[0][1] if typed.odd else None)


SIX_PM = "2026-11-21 02:00:00"
MIDNIGHT = "2026-11-20 08:00:00"

STARTS = [
    (_local("2026-11-20 18:00"), SIX_PM, None),
    (date(2026, 11, 20), MIDNIGHT, None),
    ("2026-11-20 18:00", SIX_PM, None),
    ("2026-11-20T18:00:00", SIX_PM, None),
    ("2026-11-20", MIDNIGHT, None),
    ("2026/11/20 18:00", SIX_PM, None),
    ("2026.11.20", MIDNIGHT, None),
    ("11/20/2026 6:00 PM", SIX_PM, None),
    ("11/20/26 18:00", SIX_PM, None),
    ("11/20/2026, 6 p.m.", SIX_PM, None),
    ("20 Nov 2026 18:00", SIX_PM, None),
    ("20 November 2026, 6PM", SIX_PM, None),
    ("Nov 20, 2026 6 PM", SIX_PM, None),
    ("Nov 20 2026", MIDNIGHT, None),
    ("Fri, Nov 20, 2026 6:00 PM", SIX_PM, None),
    ("Friday 20 Nov 2026 18:00", SIX_PM, None),
    ("November 20th, 2026 at 6 PM", SIX_PM, None),
    ("20. Nov 2026", MIDNIGHT, None),
    ("20 NOV 2026\t18:00", SIX_PM, None),
    (46346.75, SIX_PM, None),  # a serial that lost its format
    (46346, MIDNIGHT, None),
    ("2026-11-20 24:00", "2026-11-21 08:00:00", None),
    ("2026-11-20 12 AM", MIDNIGHT, None),
    ("2026-11-20 12 PM", "2026-11-20 20:00:00", None),
    (_local("2026-11-20 17:59:59.999999"), SIX_PM, None),
    ("", None, None),
    ("-", None, None),
    ("L-10d", None, None),
    ("2026-02-30", None, NOT),
    ("2026-13-01", None, NOT),
    ("31 Foo 2026", None, NOT),
    ("Nov 2026", None, NOT),
    ("2026-11-20 25:00", None, NOT),
    ("2026-11-20 24:01", None, NOT),
    ("2026-11-20 18:60", None, NOT),
    ("2026-11-20 13 AM", None, NOT),
    ("2026-11-20 noonish", None, NOT),
    ("11/20/206", None, NOT),
    ("11/20/0026", None, NOT),
    ("soon", None, NOT),
    ("next Friday", None, NOT),
    (5.0, None, NOT),
    (True, None, NOT),
    (float("nan"), None, NOT),
    (1e300, None, NOT),
    (time(18, 0), None, NOT),
    (timedelta(hours=30), None, NOT),
    (date(1900, 1, 5), None, NOT),
    (date(9999, 12, 31), None, NOT),
    ("9999-12-31 23:59", None, NOT),
]


@pytest.mark.parametrize(("cell", "instant", "kind"), STARTS)
def test_a_moment_is_read_on_the_campaigns_clock(cell, instant, kind):
    assert _read(cell) == (instant, kind)


@pytest.mark.parametrize(
    ("cell", "order", "day", "kind"),
    [
        ("11/12/2026", "mdy", "2026-11-12", TWO_WAYS),
        ("11/12/2026", "dmy", "2026-12-11", TWO_WAYS),
        ("11/20/2026", "dmy", "2026-11-20", None),  # there is no 20th month
        ("20/11/2026", "mdy", "2026-11-20", None),
        ("11/11/2026", "mdy", "2026-11-11", None),
        ("12.11.2026", "dmy", "2026-11-12", TWO_WAYS),
        ("2026-11-12", "dmy", "2026-11-12", None),
    ],
)
def test_day_and_month_are_told_apart_by_the_marketplace_and_said_when_both_could_be(cell, order, day, kind):
    instant, seen = _read(cell, order=order, zone="UTC")
    assert (instant.split()[0], seen) == (day, kind)


def test_a_day_that_can_be_read_two_ways_says_how_it_was_read():
    typed = READ[Type.DATE](["11/12/2026"], Column("Day", "day", Type.DATE), Reading("USD", LA))
    assert typed.odd == ((0, TWO_WAYS, "11/12/2026", "read as 2026-11-12"),)


NEXT_MIDNIGHT = "2026-11-26 08:00:00"


@pytest.mark.parametrize(
    ("cell", "instant", "kind"),
    [
        ("2026-11-25", NEXT_MIDNIGHT, DAY_END),
        (date(2026, 11, 25), NEXT_MIDNIGHT, DAY_END),
        (_local("2026-11-25 00:00"), NEXT_MIDNIGHT, DAY_END),
        ("2026-11-25 23:59", NEXT_MIDNIGHT, None),
        ("2026-11-25 23:59:59", NEXT_MIDNIGHT, None),
        (_local("2026-11-25 23:59:59"), NEXT_MIDNIGHT, None),
        (_local("2026-11-25 23:59:59.999"), NEXT_MIDNIGHT, None),  # not rounded into the day after
        (46351.99999999, NEXT_MIDNIGHT, None),
        ("2026-11-25 24:00", NEXT_MIDNIGHT, None),
        ("2026-11-25 18:00", "2026-11-26 02:00:00", None),
        ("11/12/2026", "2026-11-13 08:00:00", TWO_WAYS),
        ("", None, None),
    ],
)
def test_an_end_without_a_time_means_all_of_that_day(cell, instant, kind):
    assert _read(cell, ends=True) == (instant, kind)


def test_an_end_at_midnight_says_until_when_it_was_read():
    column = Column("Ends", "ends", Type.DATETIME, ends=True)
    typed = READ[Type.DATETIME]([date(2026, 11, 25)], column, Reading("USD", LA))
    assert typed.odd[0][3] == "read as all of that day, until Thu 26 Nov 2026 00:00"


@pytest.mark.parametrize(
    ("cell", "instant", "kind"),
    [
        ("2026-11-01 00:59", "2026-11-01 07:59:00", None),
        ("2026-11-01 01:30", "2026-11-01 08:30:00", DST),  # shown twice: the first one
        ("2026-11-01 02:00", "2026-11-01 10:00:00", None),
        ("2027-03-14 01:59", "2027-03-14 09:59:00", None),
        ("2027-03-14 02:30", "2027-03-14 10:30:00", DST),  # never shown
        ("2027-03-14 03:00", "2027-03-14 10:00:00", None),
    ],
)
def test_hours_that_the_clocks_show_twice_or_not_at_all_are_observed(cell, instant, kind):
    assert _read(cell) == (instant, kind)


@pytest.mark.parametrize(
    ("cell", "instant"), [("2026-11-01", "2026-11-02 08:00:00"), ("2027-03-14", "2027-03-15 07:00:00")]
)
def test_the_days_of_25_and_23_hours_end_with_their_last(cell, instant):
    assert _read(cell, ends=True) == (instant, DAY_END)


@pytest.mark.parametrize(
    ("cell", "instant"),
    [("2026-11-20 18:00", MIDNIGHT), (date(2026, 11, 20), MIDNIGHT), ("2026-11-20 24:00", MIDNIGHT)],
)
def test_a_date_column_takes_the_day_alone(cell, instant):
    assert _read(cell, kind=Type.DATE) == (instant, None)


def test_a_column_is_read_in_its_order_with_each_oddity_at_its_place():
    cells = ["2026-11-20", "soon", "", "11/12/2026", "soon"]
    typed = READ[Type.DATETIME](cells, Column("Starts", "starts", Type.DATETIME), Reading("USD", "UTC"))
    assert [value and f"{value:%m-%d}" for value in typed.column] == ["11-20", None, None, "11-12", None]
    assert [(position, kind) for position, kind, _, _ in typed.odd] == [(1, NOT), (3, TWO_WAYS), (4, NOT)]


def test_a_day_alone_is_said_to_be_midnight_where_something_takes_effect():
    column = Column("From", "from_time", Type.DATETIME, takes_effect=True)
    day, morning = _local("2026-11-21"), _local("2026-11-21 09:00")
    cells = [day, morning, 46347, "2026-11-21", "2026-11-21 00:00", "21 Nov 2026 9am"]
    read = READ[Type.DATETIME](cells, column, Reading("USD", LA))
    midnight, nine = (datetime(2026, 11, 21, hour, tzinfo=UTC) for hour in (8, 17))
    assert list(read.column) == [midnight, nine, midnight, midnight, midnight, nine]
    assert [(at, kind, detail) for at, kind, _, detail in read.odd] == [
        (at, Kind.WHOLE_DAY_START, "read as Sat 21 Nov 2026 00:00 PT") for at in (0, 2, 3)
    ]
