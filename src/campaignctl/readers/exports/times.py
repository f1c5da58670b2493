"""Times in exports are local and say no zone: they are typed as they stand, then set on the line of UTC.

Of the hour that the clock goes through twice the first is meant; a time in the hour that it skips is taken as if the
clock had not been moved yet. The rules are those of ``zoneinfo``, as everywhere else in campaignctl.
"""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from campaignctl.marketplaces.layout import Dates
from campaignctl.readers.exports.engine import literal, moment

ISO = ("%Y-%m-%d %H:%M:%S", "%Y-%m-%d %H:%M:%S.%g")
"""How times in a workbook's date cells reach the projection, beside whatever the layout says."""

EARLIEST, LATEST = datetime(2000, 1, 1), datetime(2100, 1, 1)  # noqa: DTZ001 - local times of no zone
"""Outside of these a time is a slip: 1/1/1970, the year 26, a serial number."""


def instant(cell: str, text: str, forms: Sequence[str]) -> str:
    """Return the SQL of a local time, TIMESTAMP; NULL when none of the forms fits.

    ``text`` is the cell with nothing around it; it is tried second, and named once, as it is dearer than the trying.
    """
    tried = ", ".join(map(literal, dict.fromkeys((*forms, *ISO))))
    again = f"CASE WHEN {cell} <> '' THEN try_strptime({text}, [{tried}]) END"  # a miss costs the database dear
    return f"CASE WHEN {cell} <> '' THEN coalesce(try_strptime({cell}, [{tried}]), {again}) END"


def can_be_meant(local: str) -> str:
    """Return the SQL of whether a local time lies in years in which orders are placed."""
    return f"{local} >= {moment(EARLIEST)} AND {local} < {moment(LATEST)}"


def forms(dates: Dates, order: str, examples: Sequence[str]) -> tuple[str, ...]:
    """Return the forms to try, those first that fit the file's first cells: a miss costs more than a hit."""
    tried = (*dates.always, *dates.order(order))
    return tuple(sorted(tried, key=lambda form: -sum(fits(example, form) for example in examples)))


def fits(cell: str, *forms: str) -> bool:
    """Whether a cell's text is a time in one of ``forms``."""
    for form in forms:
        with suppress(ValueError):
            datetime.strptime(cell, form.replace("%g", "%f"))  # noqa: DTZ007 - local times of no zone
            return True
    return False


@dataclass(frozen=True, slots=True)
class Offset:
    """Up to the local time ``until`` (None: for ever), clocks are ``seconds`` ahead of UTC. ``gap``: times skipped."""

    seconds: int
    until: datetime | None = None
    gap: tuple[datetime, datetime] | None = None


def offsets(zone: str, first: datetime, last: datetime) -> tuple[Offset, ...]:
    """Return the offsets of ``zone`` that naive local times from ``first`` to ``last`` need, in order."""
    info = ZoneInfo(zone)
    at = (first - timedelta(days=2)).replace(tzinfo=UTC)
    end = (last + timedelta(days=2)).replace(tzinfo=UTC)
    found: list[Offset] = []
    while at < end:
        after = at + timedelta(days=1)
        before_offset, after_offset = _offset(info, at), _offset(info, after)
        if before_offset != after_offset:
            change = _change(info, at, after).replace(tzinfo=None)
            skipped = (change + before_offset, change + after_offset)
            until = max(skipped)
            found.append(Offset(_seconds(before_offset), until, skipped if after_offset > before_offset else None))
        at = after
    return (*found, Offset(_seconds(_offset(info, end))))


def _offset(info: ZoneInfo, at: datetime) -> timedelta:
    return at.astimezone(info).utcoffset() or timedelta()


def _seconds(offset: timedelta) -> int:
    return round(offset.total_seconds())


def _change(info: ZoneInfo, before: datetime, after: datetime) -> datetime:
    """Return the second at which the offset changes between two times that have different ones."""
    while after - before > timedelta(seconds=1):
        middle = before + timedelta(seconds=(after - before) // timedelta(seconds=2))
        if _offset(info, middle) == _offset(info, before):
            before = middle
        else:
            after = middle
    return after


def utc(local: str, clocks: Sequence[Offset]) -> str:
    """Return the SQL of an instant, TIMESTAMPTZ, from the SQL of a local time."""
    *changes, last = [(o.until, o.seconds * 1_000_000) for o in clocks] or [(None, 0)]
    whens = " ".join(f"WHEN {local} < {moment(until)} THEN {micros}" for until, micros in changes if until)
    ahead = f"CASE {whens} ELSE {last[1]} END" if whens else f"({last[1]})"
    return f"make_timestamptz(epoch_us({local}) - {ahead})"


def in_gap(local: str, clocks: Sequence[Offset]) -> str:
    """Return the SQL of whether a local time never was."""
    gaps = [f"({local} >= {moment(o.gap[0])} AND {local} < {moment(o.gap[1])})" for o in clocks if o.gap]
    return " OR ".join(gaps) or "FALSE"
