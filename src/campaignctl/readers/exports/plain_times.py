"""Times that can mean one moment only, however a person or a tool has written them: they need no layout to say so.

A month in words, the day number of a spreadsheet, and ISO 8601, which may name its own zone. They are tried after the
forms of a layout, so that files as they come pay nothing for them. Of the hour that the clock goes through twice the
first is meant here too, even where a cell's own zone says the second.
"""

import re
from datetime import date

from campaignctl.readers.exports.engine import literal

_DAYS = ("%b %d %Y", "%B %d %Y", "%d %b %Y", "%d %B %Y", "%d-%b-%Y")
_DOTTED = ("%d.%m.%Y %H:%M:%S", "%d.%m.%Y %H:%M")
"""Where points part them, the day comes first everywhere."""
_CLOCKS = ("%I:%M %p", "%I:%M:%S %p", "%H:%M", "%H:%M:%S")
FORMS = (
    *("%Y-%m-%dT%H:%M:%S", "%Y-%m-%dT%H:%M:%S.%g", "%Y-%m-%dT%H:%M"),
    *_DOTTED,
    *(f"{day} {clock}" for day in _DAYS for clock in _CLOCKS),
)
"""Forms of times without a zone, once ``tidied``."""

_EPOCH = (date(1970, 1, 1) - date(1899, 12, 30)).days
SERIAL = r"\d{5}(?:[.,]\d*)?"
"""The days since 30 December 1899, as spreadsheets count them."""

ZONED = (
    r"(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?)\s*(?:UTC|GMT)?\s*"
    r"(Z|[+\-−]\d\d(?::?\d\d)?|(?:UTC|GMT))"
)
"""ISO 8601 with the zone it was written in."""

_ODD = "[,\u00a0\u2007\u2009\u202f]+"
_WEEKDAY = r"(?i)^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?\s+"
_NOON = r"(?i)\s?\b?([ap])\.?m\.?$"
_OPEN = re.compile(r"\d{1,2}[/-]\d{1,2}[/-]")


def leaves_order_open(cell: str) -> bool:
    """Whether a cell's day and month could be taken for each other by anyone who does not know its form."""
    return _OPEN.match(cell) is not None


def is_dotted(cell: str) -> bool:
    """Whether a cell's day, month and year stand apart by points."""
    return re.match(r"\d{1,2}\.\d{1,2}\.\d{4}\b", cell) is not None


def is_serial(cell: str) -> bool:
    """Whether a cell is the day number of a spreadsheet."""
    return re.fullmatch(SERIAL, cell) is not None


def names_zone(cell: str) -> bool:
    """Whether a cell is a time with a zone of its own."""
    return re.fullmatch(ZONED, cell) is not None


def tidied(text: str) -> str:
    """Return the SQL of a time without the weekday, commas, odd blanks and the word ``at``, and with AM or PM apart."""
    spaced = f"regexp_replace(regexp_replace({text}, {literal(_ODD)}, ' ', 'g'), ' +', ' ', 'g')"
    bare = f"regexp_replace({spaced}, {literal(_WEEKDAY)}, '')"
    alone = f"regexp_replace({bare}, ' at ', ' ')"
    return f"trim(regexp_replace({alone}, {literal(_NOON)}, ' \\1M'))"


def serial(text: str) -> str:
    """Return the SQL of the local time that a spreadsheet's day number means, TIMESTAMP, to the second."""
    days = f"TRY_CAST(replace({text}, ',', '.') AS DOUBLE)"
    seconds = f"CAST(round(({days} - {_EPOCH}) * 86400) AS BIGINT)"
    return f"CASE WHEN regexp_full_match({text}, {literal(SERIAL)}) THEN make_timestamp({seconds} * 1000000) END"


def zoned(text: str) -> str:
    """Return the SQL of the moment that a time with a zone of its own means, microseconds since 1970; NULL else."""
    day, clock, zone = (f"regexp_extract({text}, {literal(ZONED)}, {part})" for part in (1, 2, 3))
    sign = f"CASE WHEN {zone} IN ('UTC', 'GMT') THEN 'Z' ELSE replace({zone}, '−', '-') END"
    return (
        f"CASE WHEN regexp_full_match({text}, {literal(ZONED)}) "
        f"THEN epoch_us(TRY_CAST({day} || ' ' || {clock} || {sign} AS TIMESTAMPTZ)) END"
    )
