"""Tasks that wait for one another: which wait in a circle, and when each can start and finish at the earliest.

Tasks are numbers from 0; times are positions on one line of working time. A link says that one end of a task may not
come before an end of another, some time later or, with a negative lag, earlier. Sources: the critical path method
(Kelley and Walker 1959), tasks taken as they come free (Kahn 1962).
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import inf

FROM_START = frozenset({"SS", "SF"})
TO_FINISH = frozenset({"FF", "SF"})


@dataclass(frozen=True, slots=True)
class Arrow:
    """``after`` waits for ``before``: ``FS`` finish to start, ``SS``, ``FF`` or ``SF``, ``lag`` working time later."""

    before: int
    after: int
    kind: str = "FS"
    lag: float = 0.0


def circles(tasks: int, arrows: Sequence[Arrow]) -> list[list[int]]:
    """Return every circle of waiting tasks once, in the order in which they wait, the smallest number first.

    ``arrows`` name tasks from 0 to ``tasks`` less one.
    """
    entangled = _entangled(_entangled(set(range(tasks)), arrows), [Arrow(a.after, a.before) for a in arrows])
    waits: dict[int, list[int]] = {task: [] for task in sorted(entangled)}
    for arrow in arrows:
        if {arrow.before, arrow.after} <= entangled:
            waits[arrow.after].append(arrow.before)
    found: list[list[int]] = []
    done: set[int] = set()
    for task in waits:
        circle = None if task in done else _way_back(task, waits)
        if circle:
            found.append(circle)
            done |= set(circle)
    return found


def _entangled(tasks: set[int], arrows: Sequence[Arrow]) -> set[int]:
    """Return the tasks that wait, through any number of others, for one that never comes free."""
    inside = [arrow for arrow in arrows if {arrow.before, arrow.after} <= tasks]
    waiting = Counter(arrow.after for arrow in inside)
    after: dict[int, list[int]] = {}
    for arrow in inside:
        after.setdefault(arrow.before, []).append(arrow.after)
    free = [task for task in tasks if not waiting[task]]
    left = set(tasks)
    while free:
        task = free.pop()
        left.discard(task)
        for later in after.get(task, ()):
            waiting[later] -= 1
            if not waiting[later]:
                free.append(later)
    return left


def _way_back(task: int, waits: Mapping[int, Sequence[int]]) -> list[int]:
    """Return the shortest way from a task through what it waits for back to itself; empty when there is none."""
    came: dict[int, int] = {}
    edge = [task]
    while edge:
        after = []
        for at in edge:
            for before in waits[at]:
                if before == task:
                    return _path(came, at, task)
                if before not in came:
                    came[before] = at
                    after.append(before)
        edge = after
    return []


def _path(came: dict[int, int], at: int, task: int) -> list[int]:
    path = [at]
    while path[-1] != task:
        path.append(came[path[-1]])
    return path[::-1]


def earliest(
    lengths: Sequence[float], not_before: Sequence[float], arrows: Sequence[Arrow]
) -> tuple[list[float], list[float]]:
    """Return the earliest starts and finishes; minus infinity where nothing holds a task back.

    ``lengths`` and ``not_before`` have one entry a task, in the unit of working time that lags are in. Tasks in a
    circle, and those behind one, are held back only by what is known: their times are least bounds too.
    """
    starts = list(not_before)
    waiting = [0] * len(starts)
    arrows_of: list[list[Arrow]] = [[] for _ in starts]
    for arrow in arrows:
        arrows_of[arrow.before].append(arrow)
        waiting[arrow.after] += 1
    free = [task for task, count in enumerate(waiting) if not count]
    while free:
        task = free.pop()
        for arrow in arrows_of[task]:
            starts[arrow.after] = max(starts[arrow.after], _bound(arrow, starts[task], lengths))
            waiting[arrow.after] -= 1
            if not waiting[arrow.after]:
                free.append(arrow.after)
    return starts, [start + length if start > -inf else -inf for start, length in zip(starts, lengths, strict=True)]


def _bound(arrow: Arrow, start: float, lengths: Sequence[float]) -> float:
    """Return when the later task may start, given the start of the earlier one."""
    held = start + arrow.lag + (0.0 if arrow.kind in FROM_START else lengths[arrow.before])
    return held - (lengths[arrow.after] if arrow.kind in TO_FINISH else 0.0)
