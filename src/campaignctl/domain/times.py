"""Times are said on the campaign's clock, in one form everywhere, with the zone named once."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from campaignctl.domain.campaign import Window

ZONES = {
    "America/Los_Angeles": ("Pacific time", "PT"),
    "America/Denver": ("Mountain time", "MT"),
    "America/Chicago": ("Central time", "CT"),
    "America/New_York": ("Eastern time", "ET"),
    "Asia/Jakarta": ("Western Indonesia time", "WIB"),
    "UTC": ("UTC", "UTC"),
}
"""Zones with a name that holds in winter and summer; others go by their place."""


def zone_name(zone: str) -> str:
    """Return a zone in full: ``Pacific time``, ``Ho Chi Minh time``."""
    return ZONES[zone][0] if zone in ZONES else zone.rsplit("/", 1)[-1].replace("_", " ") + " time"


def zone_words(zone: str) -> str:
    """Return a zone in short: ``PT`` whether or not daylight saving time holds; else the place."""
    return ZONES[zone][1] if zone in ZONES else zone_name(zone)


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
