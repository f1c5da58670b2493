"""A local time reaches UTC by the rules of zoneinfo, whatever the zone does."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import duckdb
import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaignctl.readers.exports.clocks import Offset, in_gap, offsets, utc
from campaignctl.readers.exports.engine import connect, moment

ZONES = ("America/Los_Angeles", "Asia/Jakarta", "Europe/London", "Australia/Lord_Howe", "America/Sao_Paulo", "UTC")


def at(*when: int) -> datetime:
    """Return a local time that says no zone."""
    return datetime(*when)  # noqa: DTZ001 - that is what exports hold


TIMES = st.datetimes(at(2015, 1, 1), at(2035, 1, 1)).map(lambda time: time.replace(microsecond=0, fold=0))


@pytest.fixture(scope="module")
def ask() -> Iterator[Callable[[str], list[Any]]]:
    """What the database answers, one value a row."""
    with connect() as connection:
        yield lambda sql: [row[0] for row in connection.execute(sql).fetchall()]


def in_utc(rows: str, clocks: tuple[Offset, ...]) -> str:
    return f"SELECT epoch({utc('local', clocks)}) FROM ({rows}) ORDER BY place"


def seconds(times: list[datetime], zone: str) -> list[float]:
    return [time.replace(tzinfo=ZoneInfo(zone)).timestamp() for time in times]


@given(zone=st.sampled_from(ZONES), times=st.lists(TIMES, min_size=1, max_size=20))
def test_every_zone_agrees_with_zoneinfo(ask, zone, times):
    rows = " UNION ALL ".join(f"SELECT {place} AS place, {moment(time)} AS local" for place, time in enumerate(times))
    assert ask(in_utc(rows, offsets(zone, min(times), max(times)))) == seconds(times, zone)


@pytest.mark.parametrize("zone", ZONES)
def test_every_quarter_of_an_hour_of_a_year(ask, zone):
    first, last, step = at(2026, 1, 1), at(2027, 1, 1), timedelta(minutes=15)
    times = [first + step * number for number in range((last - first) // step)]
    rows = f"SELECT local, local AS place FROM range({moment(first)}, {moment(last)}, INTERVAL 15 MINUTE) t(local)"
    assert ask(in_utc(rows, offsets(zone, first, last))) == seconds(times, zone)


def test_the_zone_is_only_asked_about_the_times_there_are():
    november = offsets("America/Los_Angeles", at(2026, 11, 10), at(2026, 11, 30))
    assert november == (Offset(-28800),)
    change = offsets("America/Los_Angeles", at(2026, 10, 1), at(2026, 11, 30))
    assert change == (Offset(-25200, at(2026, 11, 1, 2)), Offset(-28800))


@pytest.mark.parametrize(
    ("time", "skipped"),
    [(at(2027, 3, 14, 1, 59), False), (at(2027, 3, 14, 2), True), (at(2027, 3, 14, 3), False)],
)
def test_an_hour_that_clocks_skip_is_half_open(ask, time, skipped):
    clocks = offsets("America/Los_Angeles", at(2027, 3, 1), at(2027, 3, 30))
    assert ask(f"SELECT {in_gap('local', clocks)} FROM (SELECT {moment(time)} AS local)") == [skipped]


def test_the_database_fetches_nothing_from_anywhere(ask):
    with pytest.raises(duckdb.Error, match="excel"):
        ask("SELECT * FROM read_xlsx('x.xlsx')")
