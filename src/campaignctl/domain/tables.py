"""A table of a document: rows of cells in the order they are to be shown, with the signs that its changes bear."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from campaignctl.domain.formats import Format
from campaignctl.domain.sentences import Ref, Sentence


class Mark(StrEnum):
    """The sign before a change; the writer gives it colour, and a word where there is room."""

    GOOD = "good"
    BAD = "bad"
    NEUTRAL = "neutral"


@dataclass(frozen=True, slots=True)
class Column:
    """A table's column. ``format`` is None for text.

    ``trend`` is the slug of a table of figures over time: instead of a cell of its own, a row shows how the row of the
    same name runs there. Who cannot draw that leaves the column out.
    """

    key: str
    title: str
    format: Format | None = None
    group: str = ""
    bar: bool = False  # a data bar in the cell
    width: float | None = None
    trend: str = ""
    whole: bool = False  # sums of money stand in whole units, however small the least of them is


Cell = str | Ref | Sentence | None
"""Text, a figure, text with figures inside, or nothing (shown as an en dash)."""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells in the order they are to be shown; ``total`` is a last row set apart.

    ``heat`` ranks cells in quarters, 0 the lowest to 3 the highest: they are shaded by it. ``brief`` says a cell in few
    words, for whoever has no room for it.
    """

    slug: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    total: tuple[Cell, ...] | None = None
    marks: Mapping[tuple[int, str], Mark] = field(default_factory=dict)  # (row, column key)
    empty: str = "No data"
    caption: Sentence = field(default_factory=Sentence)
    heat: Mapping[tuple[int, str], int] = field(default_factory=dict)  # (row, column key)
    brief: Mapping[tuple[int, str], str] = field(default_factory=dict)  # (row, column key)
