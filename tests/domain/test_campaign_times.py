"""Times are aware and said on the campaign's clock; windows are half-open; local days follow the zone."""

from datetime import UTC, datetime

import pytest

from campaignctl.domain.campaign import Window
from campaignctl.domain.times import local_days, moment_words, period_words, zone_words

LA = "America/Los_Angeles"


def _utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def _window(start: str, end: str) -> Window:
    return Window(_utc(start), _utc(end))


def test_a_window_holds_its_start_and_not_its_end():
    window = _window("2026-11-20 08:00", "2026-11-21 08:00")
    assert window.holds(window.start)
    assert not window.holds(window.end)


def test_a_window_needs_aware_times():
    with pytest.raises(ValueError, match="aware"):
        Window(datetime(2026, 11, 20), _utc("2026-11-21"))  # noqa: DTZ001 - the mistake itself


@pytest.mark.parametrize(
    ("zone", "words"),
    [
        (LA, "PT"),
        ("Asia/Jakarta", "WIB"),
        ("UTC", "UTC"),
        ("Europe/Madrid", "Madrid time"),
        ("America/Mexico_City", "Mexico City time"),
    ],
)
def test_a_zone_is_named_in_short(zone, words):
    assert zone_words(zone) == words


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        ("2026-11-21 02:00", "Fri Nov 20, 18:00"),
        ("2026-10-01 06:59", "Wed Sep 30, 23:59"),  # daylight saving time: seven hours
        ("2026-11-01 09:30", "Sun Nov 1, 01:30"),  # the second of the two
    ],
)
def test_a_moment_is_said_on_the_campaigns_clock(moment, words):
    assert moment_words(_utc(moment), LA) == words


def test_a_period_names_its_zone_once():
    window = _window("2026-11-20 08:00", "2026-11-26 08:00")
    assert period_words(window, LA) == "Fri Nov 20, 00:00 to Thu Nov 26, 00:00 PT"


@pytest.mark.parametrize(
    ("start", "end", "days"),
    [
        ("2026-11-20 08:00", "2026-11-22 08:00", ("2026-11-20", "2026-11-21")),
        ("2026-11-20 08:00", "2026-11-22 08:01", ("2026-11-20", "2026-11-21", "2026-11-22")),
        ("2026-11-20 23:00", "2026-11-21 09:00", ("2026-11-20", "2026-11-21")),  # a stream across midnight
        ("2026-10-31 07:00", "2026-11-02 08:00", ("2026-10-31", "2026-11-01")),  # the day of 25 hours
        ("2027-03-14 08:00", "2027-03-15 07:00", ("2027-03-14",)),  # the day of 23
    ],
)
def test_local_days_are_those_that_a_window_touches(start, end, days):
    assert local_days(_window(start, end), LA) == days
