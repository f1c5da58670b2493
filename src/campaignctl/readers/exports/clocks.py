"""The clocks of a zone: times of exports are local and say no zone, and are set on the line of UTC.

Of the hour that the clock goes through twice the first is meant; a time in the hour that it skips is taken as if the
clock had not been moved yet. The rules are those of ``zoneinfo``, as everywhere else in campaignctl.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from campaignctl.readers.exports.engine import moment


@dataclass(frozen=True, slots=True)
class Offset:
    """Up to the local time ``until`` (None: for ever), clocks are ``seconds`` ahead of UTC. ``gap``: times skipped."""

    seconds: int
    until: datetime | None = None
    gap: tuple[datetime, datetime] | None = None

    @property
    def ends(self) -> int | None:
        """The moment at which the clocks are moved, microseconds since 1970."""
        local = self.gap[0] if self.gap else self.until
        return None if local is None else round(local.replace(tzinfo=UTC).timestamp() - self.seconds) * 1_000_000


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


def shown(moment: str, clocks: Sequence[Offset]) -> str:
    """Return the SQL of the local time, TIMESTAMP, that the clocks show at ``moment``, microseconds since 1970."""
    ahead = [(o.ends, o.seconds * 1_000_000) for o in clocks]
    whens = " ".join(f"WHEN {moment} < {ends} THEN {micros}" for ends, micros in ahead if ends is not None)
    last = ahead[-1][1]
    return f"make_timestamp({moment} + {f'CASE {whens} ELSE {last} END' if whens else f'({last})'})"
