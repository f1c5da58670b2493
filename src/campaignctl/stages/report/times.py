"""Days, periods and zones in words, the same on every machine whatever its language."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from campaignctl.domain.campaign import Window
from campaignctl.domain.times import zone_name, zone_words

WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
FULL_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def day_words(day: date) -> str:
    """Return ``Nov 20``."""
    return f"{MONTHS[day.month - 1]} {day.day}"


def axis_day(day: date) -> str:
    """Return ``Fri 20``."""
    return f"{WEEKDAYS[day.weekday()]} {day.day}"


def full_day(day: date) -> str:
    """Return ``Fri Nov 20``."""
    return f"{WEEKDAYS[day.weekday()]} {day_words(day)}"


def weekday(day: date) -> str:
    """Return ``Friday``."""
    return FULL_WEEKDAYS[day.weekday()]


def last_day(window: Window, zone: ZoneInfo) -> date:
    """Return the local day that holds the window's last moment."""
    return (window.end - timedelta(microseconds=1)).astimezone(zone).date()


def period_words(window: Window, zone: ZoneInfo) -> str:
    """Return first and last day: ``Nov 20 to 25``, ``Nov 28 to Dec 2``, ``Nov 20``."""
    first, last = window.start.astimezone(zone).date(), last_day(window, zone)
    if first == last:
        return day_words(first)
    tail = str(last.day) if (first.year, first.month) == (last.year, last.month) else day_words(last)
    return f"{day_words(first)} to {tail}"


def clock_words(window: Window, zone: ZoneInfo) -> str:
    """Return ``midnight to midnight, Pacific time``, or the clock times of another window."""
    name = zone_name(zone.key)
    start, end = (moment.astimezone(zone) for moment in (window.start, window.end))
    if start.time() == end.time() and not start.hour and not start.minute:
        return f"midnight to midnight, {name}"
    return f"{clock(start)} to {clock(end)}, {name}"


def clock(moment: datetime) -> str:
    """Return ``09:00`` of a moment already in its zone."""
    return f"{moment.hour:02d}:{moment.minute:02d}"


def moment_words(moment: datetime, zone: ZoneInfo) -> str:
    """Return ``Dec 2, 2026, 09:00 PT``."""
    local = moment.astimezone(zone)
    return f"{day_words(local.date())}, {local.year}, {clock(local)} {zone_words(zone.key)}"


def reached_words(moment: datetime, zone: ZoneInfo) -> str:
    """Return ``Nov 22, 14:30``."""
    local = moment.astimezone(zone)
    return f"{day_words(local.date())}, {clock(local)}"


def half_open(window: Window, zone: ZoneInfo) -> str:
    """Return ``Nov 20, 00:00 to Nov 26, 00:00 PT``."""
    start, end = (moment.astimezone(zone) for moment in (window.start, window.end))
    ends = f"{day_words(start.date())}, {clock(start)} to {day_words(end.date())}, {clock(end)}"
    return f"{ends} {zone_words(zone.key)}"
