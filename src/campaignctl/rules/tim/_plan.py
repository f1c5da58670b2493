"""The plan that the Timeline sheet makes by itself: what each task waits for, and when it can end at the earliest.

Counted in working days from Start (a date, or ``L-10d`` before launch), Duration, Finish and Predecessors. What cannot
be read holds nothing back: every date here is the earliest that the sheet allows.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from math import ceil, inf
from typing import Any

import pandas as pd

from campaignctl.domain.frames import plain_rows
from campaignctl.domain.observations import Kind
from campaignctl.domain.schedule import Link, before_launch, links, working_day, working_position
from campaignctl.methods.precedence import Arrow, circles, earliest
from campaignctl.readers.cells.dates import written
from campaignctl.rules.case import Case

_INSTANT = timedelta(microseconds=1)
_LONGEST = 5_000.0  # working days; a slip of the finger must not lead out of the calendar


@dataclass(frozen=True, slots=True)
class Task:
    """One row as it is planned: its links, its length and its least start in working days, and its outside finish."""

    id: str
    links: tuple[Link, ...]
    strange: tuple[str, ...]
    length: float | None
    floor: float
    finish: float | None


def tasks(case: Case) -> list[Task]:
    """Return the rows of the Timeline as tasks, in order; the first of an ID is the one that others wait for.

    They are understood once for all rules that ask.
    """
    return case.once(_tasks)


def _tasks(case: Case) -> list[Task]:
    rows = plain_rows(case.timeline)
    ids = known_ids(case)
    return [_task(case, row, ids) for row in rows]


def known_ids(case: Case) -> frozenset[str]:
    """Return the IDs of all tasks, casefolded."""
    return frozenset(case.timeline["id"].dropna().str.casefold())


def arrows(planned: list[Task]) -> list[Arrow]:
    """Return what waits for what, by the places of the tasks in the sheet."""
    at: dict[str, int] = {}
    for number, task in enumerate(planned):
        at.setdefault(task.id.casefold(), number)
    return [
        Arrow(at[link.task.casefold()], number, link.kind, link.lag)
        for number, task in enumerate(planned)
        for link in task.links
    ]


def waiting_circles(case: Case) -> list[list[int]]:
    """Return the circles of tasks that wait for one another, as places in the sheet."""
    planned = tasks(case)
    return circles(len(planned), arrows(planned))


def earliest_ends(case: Case) -> tuple["pd.Series[Any]", "pd.Series[Any]"]:
    """Return the last day of every task as the plan goes, and the day that its predecessors alone allow.

    Days without a zone; missing where nothing says when. The second one leaves out what Finish fixes.
    """
    planned = tasks(case)
    lengths = [task.length or 0.0 for task in planned]
    held = arrows(planned)
    pinned = [_pinned(task, length) for task, length in zip(planned, lengths, strict=True)]
    finishes = earliest(lengths, pinned, held)[1]
    allowed = earliest(lengths, [task.floor for task in planned], held)[1]
    index = case.timeline.index
    return _days(planned, pinned, finishes, index), _days(planned, [t.floor for t in planned], allowed, index)


def _pinned(task: Task, length: float) -> float:
    """Return the least start of a task whose finish may be set by others."""
    return task.floor if task.finish is None else max(task.floor, task.finish - length)


def _days(planned: list[Task], floors: list[float], finishes: list[float], index: Any) -> "pd.Series[Any]":
    days = [_day(*each) for each in zip(planned, floors, finishes, strict=True)]
    return dated(days, index)


def dated(days: Sequence[date | None], index: Any) -> "pd.Series[Any]":
    """Return days as a column without a zone, missing where there is none."""
    return pd.Series([pd.Timestamp(day) if day else pd.NaT for day in days], index=index, dtype="datetime64[us]")


def _day(task: Task, floor: float, finish: float) -> date | None:
    """Return the day on which a task ends; a milestone that waits for nothing lies on its own day."""
    if finish == -inf:
        return None
    on_its_day = not task.length and finish == floor and task.finish is None
    return working_day(int(finish) if on_its_day else ceil(finish) - 1)


def _task(case: Case, row: Mapping[str, Any], ids: frozenset[str]) -> Task:
    text = "" if pd.isna(row["predecessors"]) else str(row["predecessors"])
    found, strange = links(text, ids)
    start = start_day(case, row["start"])
    finish = None if pd.isna(row["finish"]) else _end_position(case, row["finish"].to_pydatetime())
    return Task(
        id="" if pd.isna(row["id"]) else str(row["id"]),
        links=found,
        strange=strange,
        length=_length(row, start, finish),
        floor=-inf if start is None else float(start),
        finish=finish,
    )


def _length(row: Mapping[str, Any], start: float | None, finish: float | None) -> float | None:
    if not pd.isna(row["duration"]):
        return min(max(float(row["duration"]), 0.0), _LONGEST)
    if not pd.isna(row["milestone"]) and row["milestone"]:
        return 0.0
    return None if start is None or finish is None else max(finish - start, 0.0)


def start_day(case: Case, cell: Any) -> float | None:
    """Return the working-day position that a Start cell means; None when it is blank or cannot be read."""
    if pd.isna(cell):
        return None
    before, window = before_launch(str(cell)), case.campaign.window
    if before is not None:
        return None if window is None else working_position(case.local(window.start).date()) - before
    local = written(str(cell), case.profile.date_order).moment
    return None if local is None else float(working_position(local.date()))


def unreadable(case: Case, cell: Any) -> bool:
    """Whether a Start cell is neither a date nor working days before launch."""
    if pd.isna(cell) or before_launch(str(cell)) is not None:
        return False
    return written(str(cell), case.profile.date_order).kind is Kind.NOT_A_DATE


def _end_position(case: Case, moment: datetime) -> float:
    return float(working_position(last_day(case, moment) + timedelta(days=1)))


def last_day(case: Case, moment: datetime) -> date:
    """Return the local day that an end belongs to: one read as midnight belongs to the day before."""
    return case.local(moment - _INSTANT).date()


def last_days(case: Case, moments: "pd.Series[Any]") -> "pd.Series[Any]":
    """Return the local day that each end belongs to, without a zone."""
    days: pd.Series[Any] = (moments - _INSTANT).dt.tz_convert(case.zone).dt.tz_localize(None).dt.normalize()
    return days


def launch_day(case: Case) -> date | None:
    """Return the last day before the campaign starts, or its first where it starts later than midnight."""
    window = case.campaign.window
    return None if window is None else last_day(case, window.start)


def working_days_between(early: "pd.Series[Any]", late: "pd.Series[Any]") -> "pd.Series[Any]":
    """Return how many working days after the end of one day another one ends."""
    days = [_distance(*pair) for pair in zip(early, late, strict=True)]
    return pd.Series(pd.array(days, dtype="Int64"), index=early.index)


def _distance(early: Any, late: Any) -> int | None:
    if pd.isna(early) or pd.isna(late):
        return None
    day = timedelta(days=1)
    return max(working_position(late.date() + day) - working_position(early.date() + day), 0)


def counted(numbers: "pd.Series[Any]", one: str, many: str) -> "pd.Series[Any]":
    """Return ``1 working day`` or ``3 working days``."""
    words: Iterable[Any] = [None if pd.isna(n) else f"{n:,} {one if n == 1 else many}" for n in numbers]
    return pd.Series(words, index=numbers.index, dtype="str")
