"""Dates and times as people type them: local to the campaign's zone, read into UTC.

In an *Ends* column a day without a time means all of that day, and ``23:59`` or ``23:59:59`` all of that minute, as
Seller Centers write it: both are read as the next full moment. Excel holds no difference between a day and its
midnight, so a midnight there is observed, and likewise where a change takes effect.
"""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from campaignctl.domain.forms import Column, Type
from campaignctl.domain.observations import Kind
from campaignctl.domain.times import zone_words
from campaignctl.readers.cells.base import Read, Reading, Typed, each
from campaignctl.readers.cells.dates import EXPECTED, Local, written

_EPOCH = datetime(1899, 12, 30)  # noqa: DTZ001 - a spreadsheet's day zero has no zone
_YEARS = range(1954, 2120)
"""Years that a date of a campaign can have; a number read as a date, or a slip of the finger, falls outside."""

_SERIALS = (20_000, 80_000)  # the same years as a spreadsheet counts days
SECOND, MINUTE, DAY = timedelta(seconds=1), timedelta(minutes=1), timedelta(days=1)


def times(cells: Sequence[Any], column: Column, reading: Reading) -> Typed:
    """Read local dates and times into aware UTC instants, rounded to whole seconds."""
    zone = ZoneInfo(reading.zone)
    return each(cells, lambda cell: _instant(cell, column, reading, zone))


def _instant(cell: Any, column: Column, reading: Reading, zone: ZoneInfo) -> Read:
    local = _local(cell, reading.date_order)
    if local.moment is None:
        return None, local.kind, local.detail
    if local.moment.year not in _YEARS:
        return None, Kind.NOT_A_DATE, f"the year {local.moment.year} is no year of a campaign"
    moment, kind, detail = local.moment, local.kind, local.detail
    if column.ends:
        moment, kind, detail = _end(moment, local)
    elif local.is_day and column.takes_effect:
        kind, detail = (
            kind or Kind.WHOLE_DAY_START,
            detail or f"read as {moment:%a %d %b %Y %H:%M} {zone_words(zone.key)}",
        )
    elif local.end_of_day and column.type is Type.DATETIME:
        moment += DAY
    if column.type is Type.DATE:
        moment = moment.replace(hour=0, minute=0, second=0)
    instant = moment.replace(tzinfo=zone).astimezone(UTC)
    if instant.astimezone(zone).replace(tzinfo=None) != moment:
        return instant, Kind.DST_TIME, "the clocks skip this time"
    if moment.replace(tzinfo=zone, fold=1).utcoffset() != moment.replace(tzinfo=zone).utcoffset():
        return instant, Kind.DST_TIME, "the clocks show this time twice; read as the first"
    return instant, kind, detail


def _local(cell: Any, date_order: str) -> Local:
    if isinstance(cell, datetime):
        return _of_cell(cell.replace(tzinfo=None))
    if isinstance(cell, date):
        return _of_cell(datetime(cell.year, cell.month, cell.day))  # noqa: DTZ001 - local by definition
    if isinstance(cell, int | float) and not isinstance(cell, bool) and _SERIALS[0] < cell < _SERIALS[1]:
        return _of_cell(_EPOCH + timedelta(days=cell))
    return written(cell, date_order) if isinstance(cell, str) else Local(kind=Kind.NOT_A_DATE, detail=EXPECTED)


def _of_cell(moment: datetime) -> Local:
    """Return a moment as a spreadsheet keeps it: a midnight may be a day to which nobody typed a time."""
    whole = _whole_second(moment)
    return Local(whole, is_day=(whole.hour, whole.minute, whole.second) == (0, 0, 0))


def _whole_second(moment: datetime) -> datetime:
    """Round to a second; the last one of a day stays, or its day would become the next."""
    rounded = (moment + SECOND / 2).replace(microsecond=0)
    return rounded if rounded.date() == moment.date() else rounded - SECOND


def _end(moment: datetime, local: Local) -> tuple[datetime, Kind | None, str]:
    if local.end_of_day:
        return moment + DAY, local.kind, local.detail
    if (moment.hour, moment.minute, moment.second) == (0, 0, 0):
        until = moment + DAY
        said = local.detail or f"read as all of that day, until {until:%a %d %b %Y %H:%M}"
        return until, local.kind or Kind.WHOLE_DAY_END, said
    if (moment.hour, moment.minute) == (23, 59):
        return moment.replace(second=0) + MINUTE, local.kind, local.detail
    return moment, local.kind, local.detail
