"""A local time reaches UTC by the rules of zoneinfo, whatever the zone does."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import duckdb
import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaignctl.readers.exports.engine import connect, moment
from campaignctl.readers.exports.times import Offset, offsets, utc

ZONES = ("America/Los_Angeles", "Asia/Jakarta", "Europe/London", "Australia/Lord_Howe", "America/Sao_Paulo", "UTC")
TIMES = st.datetimes(datetime(2015, 1, 1), datetime(2035, 1, 1)).map(lambda time: time.replace(microsecond=0))


def in_utc(locals_: list[datetime], line: tuple[Offset, ...]) -> list[datetime]:
    rows = ", ".join(f"({place}, {moment(time)})" for place, time in enumerate(locals_))
    sql = f"SELECT epoch({utc('local', line)}) FROM (VALUES {rows}) t(place, local) ORDER BY place"
    with connect() as connection:
        return [datetime.fromtimestamp(seconds, UTC) for (seconds,) in connection.execute(sql).fetchall()]


@given(st.sampled_from(ZONES), st.lists(TIMES, min_size=1, max_size=20))
def test_every_zone_agrees_with_zoneinfo(zone, times):
    line = offsets(zone, min(times), max(times))
    assert in_utc(times, line) == [time.replace(tzinfo=ZoneInfo(zone)).astimezone(UTC) for time in times]


@pytest.mark.parametrize("zone", ZONES)
def test_every_quarter_of_an_hour_around_the_changes_of_a_year(zone):
    times = [datetime(2026, 1, 1) + timedelta(minutes=15 * step) for step in range(4 * 24 * 365)]
    line = offsets(zone, times[0], times[-1])
    assert in_utc(times, line) == [time.replace(tzinfo=ZoneInfo(zone)).astimezone(UTC) for time in times]


def test_the_zone_is_only_asked_about_the_times_there_are():
    november = offsets("America/Los_Angeles", datetime(2026, 11, 10), datetime(2026, 11, 30))
    assert november == (Offset(-28800),)
    change = offsets("America/Los_Angeles", datetime(2026, 10, 1), datetime(2026, 11, 30))
    assert change == (Offset(-25200, datetime(2026, 11, 1, 2)), Offset(-28800))


def test_the_database_fetches_nothing(monkeypatch):
    with connect() as connection, pytest.raises(duckdb.Error):
        connection.execute("SELECT * FROM read_xlsx('x.xlsx')")
