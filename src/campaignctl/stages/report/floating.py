"""Steps from one amount to another as floating columns: what stands above each, and the lines that lead to the next.

A step that floats ends somewhere between two amounts; its own amount is told above it, not where it ends.
"""

from collections.abc import Sequence

from campaignctl.domain.charts import Role, Series
from campaignctl.metrics.ledger import Ledger

AMOUNT, LINKS = "Amount", ("First link", "Second link", "Third link")
"""Three take turns: each rests for a column before its next line, so that no two of its lines join."""

GUIDES = (AMOUNT, *LINKS)


def guides(ledger: Ledger, levels: Sequence[str], amounts: Sequence[str]) -> tuple[Series, ...]:
    """Return the series that no column stands for, given the figures of where each column ends and what it amounts to.

    The first and the last column stand on zero; all between float from where the one before ended.
    """
    last = len(levels) - 1
    tops = [levels[0], *(_higher(ledger, levels[at - 1], levels[at]) for at in range(1, last)), levels[last]]
    return (
        Series(AMOUNT, tuple(tops), Role.GUIDE, line=True, labels=tuple(amounts)),
        *(Series(name, _link(levels, turn), Role.GUIDE, line=True) for turn, name in enumerate(LINKS)),
    )


def _higher(ledger: Ledger, one: str, other: str) -> str:
    return max(one, other, key=lambda name: ledger.figures[name].number or 0)


def _link(levels: Sequence[str], turn: int) -> tuple[str | None, ...]:
    """Return every third line, from the ``turn``-th on: from a column's end to the next column."""
    drawn: list[str | None] = [None] * len(levels)
    for start in range(turn, len(levels) - 1, len(LINKS)):
        drawn[start] = drawn[start + 1] = levels[start]
    return tuple(drawn)
