"""Times are said on the campaign's clock, in one form everywhere, with the zone named once."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from campaignctl.domain.campaign import Window

_GENERIC = {
    "America/Los_Angeles": "PT",
    "America/Denver": "MT",
    "America/Chicago": "CT",
    "America/New_York": "ET",
    "Asia/Jakarta": "WIB",
    "UTC": "UTC",
}


def zone_words(zone: str) -> str:
    """Return a zone in short: ``PT`` whether or not daylight saving time holds; else the place."""
    return _GENERIC.get(zone, zone.rsplit("/", 1)[-1].replace("_", " ") + " time")


def moment_words(moment: datetime, zone: str) -> str:
    """Return ``Fri Nov 20, 18:00`` on the clock of ``zone``."""
    local = moment.astimezone(ZoneInfo(zone))
    return f"{local:%a %b} {local.day}, {local:%H:%M}"


def period_words(window: Window, zone: str) -> str:
    """Return ``Fri Nov 20, 00:00 to Thu Nov 26, 00:00 PT``: half-open, the end belongs no more."""
    return f"{moment_words(window.start, zone)} to {moment_words(window.end, zone)} {zone_words(zone)}"


def local_days(window: Window, zone: str) -> tuple[str, ...]:
    """Return the local days that a window touches, as ISO dates in order."""
    here = ZoneInfo(zone)
    day = window.start.astimezone(here).date()
    last = (window.end - timedelta(microseconds=1)).astimezone(here).date()
    return tuple((day + timedelta(days=n)).isoformat() for n in range((last - day).days + 1))
