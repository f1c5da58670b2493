"""A plan is counted in working days: what ``L-10d`` and ``T03SS+2d`` mean, and which day a working day falls on.

Working days are Monday to Friday. Public holidays are not known here, so a plan counted this way is never later than
the real one.
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta

_MONDAY = date(1970, 1, 5)
_LAUNCH = re.compile(r"L\s*[-−–]\s*(\d{1,3}(?:\.\d)?)\s*(d|w)?", re.IGNORECASE)
_LINK = re.compile(
    r"(?P<task>.+?)\s*(?P<kind>FS|SS|FF|SF)?\s*(?:(?P<sign>[+\-−–])\s*(?P<lag>\d{1,3}(?:\.\d)?)\s*(?P<unit>d|w))?",
    re.IGNORECASE,
)
_DAYS_A_WEEK = 5


@dataclass(frozen=True, slots=True)
class Link:
    """What a task waits for: ``kind`` FS, SS, FF or SF, ``lag`` in working days."""

    task: str
    kind: str = "FS"
    lag: float = 0.0


def links(text: str, tasks: frozenset[str]) -> tuple[tuple[Link, ...], tuple[str, ...]]:
    """Return the links that a Predecessors cell says, and its parts that name none of ``tasks`` (casefolded).

    Parts are separated by ``;`` or a comma: ``T03``, ``T03SS+2d``, ``T04FS-1w``. A part that is a task's ID as a whole
    is that task, whatever it ends in.
    """
    found, strange = [], []
    for part in filter(None, (piece.strip() for piece in re.split(r"[;,]", text))):
        link = _link(part, tasks)
        if link is None:
            strange.append(part)
        else:
            found.append(link)
    return tuple(found), tuple(strange)


def _link(part: str, tasks: frozenset[str]) -> Link | None:
    if part.casefold() in tasks:
        return Link(part)
    said = _LINK.fullmatch(part)
    if said is None or said["task"].casefold() not in tasks:
        return None
    lag = float(said["lag"] or 0) * (_DAYS_A_WEEK if (said["unit"] or "").casefold() == "w" else 1)
    return Link(said["task"], (said["kind"] or "FS").upper(), lag if said["sign"] in (None, "+") else -lag)


def task_named(part: str, tasks: frozenset[str]) -> str | None:
    """Return the ID that a part which names none of ``tasks`` means: ``T9`` of ``T9SS+2d``; None when it is no ID."""
    said = _LINK.fullmatch(part)
    word = said["task"] if said else part
    spoken = {piece.casefold() for piece in re.split(r"[^\w]+", word)} & tasks
    return word if re.fullmatch(r"[\w.\-]+", word) and not spoken else None


def before_launch(text: str) -> float | None:
    """Return how many working days before launch a cell means, 10 for ``L-10d``; None when it says no such thing."""
    said = _LAUNCH.fullmatch(text.strip())
    if not said:
        return None
    return float(said[1]) * (_DAYS_A_WEEK if (said[2] or "").casefold() == "w" else 1)


def working_position(day: date) -> int:
    """Return how many working days lie before ``day``; a weekend counts as the Monday after it."""
    weeks, weekday = divmod((day - _MONDAY).days, 7)
    return weeks * _DAYS_A_WEEK + min(weekday, _DAYS_A_WEEK)


def working_day(position: int) -> date:
    """Return the working day that has ``position`` working days before it."""
    weeks, weekday = divmod(position, _DAYS_A_WEEK)
    return _MONDAY + timedelta(days=weeks * 7 + weekday)
