"""Dates and times as people type them: local to the campaign's zone, read into UTC.

In an *Ends* column a day without a time means all of that day, and ``23:59`` or ``23:59:59`` all of that minute, as
Seller Centers write it: both are read as the next full moment. Excel holds no difference between a day and its
midnight, so a midnight there is observed.
"""

import re
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from campaignctl.domain.forms import Column, Type
from campaignctl.domain.observations import Kind
from campaignctl.readers.cells.base import BLANKS, Reading, Typed, clean, each, shown

_EPOCH = datetime(1899, 12, 30)  # noqa: DTZ001 - a spreadsheet's day zero has no zone
_SERIALS = (20_000, 80_000)  # days that a date column can mean: 1954 to 2119
_NUMERIC = re.compile(r"(\d{1,4})[./-](\d{1,2})[./-](\d{1,4})(?:[ T,]+(.*))?")
_CLOCK = re.compile(r"(\d{1,2})(?::(\d{2}))?(?::(\d{2}))?\s*([ap]\.?m\.?)?", re.IGNORECASE)
_WORDED = ("%d %b %Y", "%b %d %Y", "%d %B %Y", "%B %d %Y")
_BEFORE_LAUNCH = re.compile(r"L-\d+d", re.IGNORECASE)
MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)

Read = tuple[datetime | None, Kind | None, str]
End = tuple[datetime, Kind | None, str]


def times(cells: Sequence[Any], column: Column, reading: Reading) -> Typed:
    """Read local dates and times into aware UTC instants, rounded to whole seconds."""
    zone = ZoneInfo(reading.zone)
    known: dict[Any, Read] = {}

    def one(cell: Any) -> Read:
        key = (type(cell), cell)
        if key not in known:
            known[key] = _instant(cell, column, reading, zone)
        return known[key]

    return each(cells, one)


def _instant(cell: Any, column: Column, reading: Reading, zone: ZoneInfo) -> Read:
    local, kind, detail = _local(cell, reading)
    if local is None:
        return None, kind, detail
    if column.ends:
        local, kind, detail = _end(local, kind, detail)
    if column.type is Type.DATE:
        local = local.replace(hour=0, minute=0, second=0)
    try:
        instant = local.replace(tzinfo=zone).astimezone(UTC)
    except OverflowError:
        return None, Kind.NOT_A_DATE, "a date is expected"
    if instant.astimezone(zone).replace(tzinfo=None) != local:
        return instant, Kind.DST_TIME, "the clocks skip this time"
    if local.replace(tzinfo=zone, fold=1).utcoffset() != local.replace(tzinfo=zone).utcoffset():
        return instant, Kind.DST_TIME, "the clocks show this time twice; read as the first"
    return instant, kind, detail


def _local(cell: Any, reading: Reading) -> Read:
    if isinstance(cell, datetime):
        return _whole_second(cell.replace(tzinfo=None)), None, ""
    if isinstance(cell, date):
        return datetime(cell.year, cell.month, cell.day), None, ""  # noqa: DTZ001 - local by definition
    if isinstance(cell, float) and _SERIALS[0] < cell < _SERIALS[1]:
        return _whole_second(_EPOCH + timedelta(days=cell)), None, ""
    if isinstance(cell, str):
        return _written(clean(cell), reading)
    return None, Kind.NOT_A_DATE, "a date is expected"


def _whole_second(moment: datetime) -> datetime:
    return (moment + timedelta(microseconds=500_000)).replace(microsecond=0)


def _end(local: datetime, kind: Kind | None, detail: str) -> End:
    if (local.hour, local.minute, local.second) == (0, 0, 0):
        until = local + DAY
        return until, kind or Kind.WHOLE_DAY_END, detail or f"read as all of that day, until {until:%a %d %b %Y %H:%M}"
    if (local.hour, local.minute) == (23, 59):
        return local.replace(second=0) + MINUTE, kind, detail
    return local, kind, detail


def _written(text: str, reading: Reading) -> Read:
    if text in BLANKS or _BEFORE_LAUNCH.fullmatch(text):
        return None, None, ""
    found = _NUMERIC.fullmatch(text)
    if found:
        return _numeric(found, reading)
    bare = re.sub(r"^[A-Za-z]{3,9},?\s+(?=\d|[A-Za-z]+ \d)", "", text).replace(",", " ")
    day, clock = (re.fullmatch(r"(.*?\d{4})\s*(.*)", bare) or re.fullmatch("(.*)()", bare)).groups()  # type: ignore[union-attr]
    for pattern in _WORDED:
        try:
            stamp = datetime.strptime(" ".join(day.split()), pattern)  # noqa: DTZ007 - local by definition
        except ValueError:
            continue
        return _with_clock(stamp, clock, None, "")
    return None, Kind.NOT_A_DATE, "a date is expected, such as 2026-11-25 18:00"


def _numeric(found: re.Match[str], reading: Reading) -> Read:
    first, second, third, clock = found.groups()
    kind, detail = None, ""
    if len(first) == 4:
        year, month, day = int(first), int(second), int(third)
    else:
        one, two, year = int(first), int(second), int(third) + (2000 if len(third) == 2 else 0)
        month, day = (one, two) if reading.date_order == "mdy" else (two, one)
        if month > 12 >= day:
            month, day = day, month
        elif one <= 12 and two <= 12 and one != two:
            kind, detail = Kind.AMBIGUOUS_DATE, f"read as {year:04d}-{month:02d}-{day:02d}"
    try:
        stamp = datetime(year, month, day)  # noqa: DTZ001 - local by definition
    except ValueError:
        return None, Kind.NOT_A_DATE, "there is no such day"
    return _with_clock(stamp, clock or "", kind, detail)


def _with_clock(day: datetime, clock: str, kind: Kind | None, detail: str) -> Read:
    if not clock.strip():
        return day, kind, detail
    found = _CLOCK.fullmatch(clock.strip())
    if not found:
        return None, Kind.NOT_A_DATE, f"no time: {shown(clock)}"
    hour, minute, second = (int(part or 0) for part in found.groups()[:3])
    half = (found[4] or "").casefold().replace(".", "")
    if half:
        hour = hour % 12 + (12 if half == "pm" else 0)
    if hour == 24 and minute == second == 0:
        return day + DAY - timedelta(seconds=1), kind, detail
    try:
        return day.replace(hour=hour, minute=minute, second=second), kind, detail
    except ValueError:
        return None, Kind.NOT_A_DATE, f"no time: {shown(clock)}"
