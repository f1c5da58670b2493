"""Dates written as text: ``2026-11-20 18:00``, ``11/20/2026``, ``20 Nov 2026``, ``Nov 20, 2026 6 PM``."""

import re
from dataclasses import dataclass
from datetime import datetime

from campaignctl.domain.observations import Kind
from campaignctl.readers.cells.base import BLANKS, shown

EXPECTED = "a date is expected, such as 2026-11-25 18:00"

_NUMERIC = re.compile(r"([0-9]{1,4})[./-]([0-9]{1,2})[./-]([0-9]{1,4})(?:[ T,]+(.*))?")
_WORDED = re.compile(r"(?:([0-9]{1,2}) ([a-z]+)|([a-z]+) ([0-9]{1,2})) ([0-9]{4})(?: (?:at )?(.*))?")
_WEEKDAY = re.compile(r"(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\s+")
_ORDINAL = re.compile(r"(?<=[0-9])(?:st|nd|rd|th)\b")
_CLOCK = re.compile(r"([0-9]{1,2})(?::([0-9]{2}))?(?::([0-9]{2}))?\s*([ap]\.?m\.?)?", re.IGNORECASE)
_BEFORE_LAUNCH = re.compile(r"L-\d+d", re.IGNORECASE)
_MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)


@dataclass(frozen=True, slots=True)
class Local:
    """A moment on the campaign's clock, or None; ``end_of_day`` where 24:00 was written: the moment a day later.

    ``is_day`` where no time was written: the moment is the day's midnight.
    """

    moment: datetime | None = None
    kind: Kind | None = None
    detail: str = ""
    end_of_day: bool = False
    is_day: bool = False


def written(text: str, date_order: str) -> Local:
    """Return the moment that a clean ``text`` means; ``date_order`` is ``mdy`` or ``dmy`` for days in numbers."""
    if text in BLANKS or _BEFORE_LAUNCH.fullmatch(text):
        return Local()
    bare = " ".join(_WEEKDAY.sub("", text.casefold().replace(",", " "), count=1).split())
    numeric = _NUMERIC.fullmatch(bare.upper())
    if numeric:
        return _numeric(numeric, date_order)
    worded = _WORDED.fullmatch(_ORDINAL.sub("", bare).replace(". ", " "))
    if not worded:
        return Local(kind=Kind.NOT_A_DATE, detail=EXPECTED)
    month = _month(worded[2] or worded[3])
    return _moment(int(worded[5]), month, int(worded[1] or worded[4]), worded[6] or "", None, "")


def _month(word: str) -> int:
    """Return the number of a month from at least its first three letters; 0 when it is none."""
    return next(
        (n for n, name in enumerate(_MONTHS, 1) if len(word) >= 3 and name.startswith(word)), 9 * (word == "sept")
    )


def _numeric(found: re.Match[str], date_order: str) -> Local:
    first, second, third, clock = found.groups()
    kind, detail = None, ""
    if len(first) == 4:
        year, month, day = int(first), int(second), int(third)
    elif len(third) in (2, 4):
        one, two, year = int(first), int(second), int(third) + 2000 * (len(third) == 2)
        month, day = (one, two) if date_order == "mdy" else (two, one)
        if month > 12 >= day:
            month, day = day, month
        elif one <= 12 and two <= 12 and one != two:
            kind, detail = Kind.AMBIGUOUS_DATE, f"read as {year:04d}-{month:02d}-{day:02d}"
    else:
        return Local(kind=Kind.NOT_A_DATE, detail=EXPECTED)
    return _moment(year, month, day, clock or "", kind, detail)


def _moment(year: int, month: int, day: int, clock: str, kind: Kind | None, detail: str) -> Local:  # noqa: PLR0913, PLR0917 - the parts of a moment
    try:
        stamp = datetime(year, month, day)  # noqa: DTZ001 - local by definition
    except ValueError:
        return Local(kind=Kind.NOT_A_DATE, detail="there is no such day")
    if not clock.strip():
        return Local(stamp, kind, detail, is_day=True)
    time = _time(clock.strip())
    if time is None:
        return Local(kind=Kind.NOT_A_DATE, detail=f"no time: {shown(clock)}")
    hour, minute, second = time
    if hour == 24:
        return Local(stamp, kind, detail, end_of_day=True)
    return Local(stamp.replace(hour=hour, minute=minute, second=second), kind, detail)


def _time(clock: str) -> tuple[int, int, int] | None:
    found = _CLOCK.fullmatch(clock)
    if not found:
        return None
    hour, minute, second = (int(part or 0) for part in found.groups()[:3])
    half = (found[4] or "").casefold().replace(".", "")
    if half:
        if hour > 12 and half == "am":
            return None
        hour = hour if hour > 12 else hour % 12 + 12 * (half == "pm")
    sound = hour < 24 and minute < 60 and second < 60
    return (hour, minute, second) if sound or (hour, minute, second) == (24, 0, 0) else None
