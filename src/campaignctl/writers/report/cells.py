"""One cell of a report: a figure as a number in its format, or text; what is missing is said, never zero."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from campaignctl.domain.document import Document
from campaignctl.domain.figures import Figure
from campaignctl.domain.formats import NOT_AVAILABLE, Format, decimals_together, office_for
from campaignctl.domain.sentences import Ref, Sentence
from campaignctl.domain.tables import Cell, Column, Mark
from campaignctl.writers.xlsx_style import (
    ATTENTION_TEXT,
    GOOD_TEXT,
    SECONDARY,
    WARNING_TEXT,
    inert,
)

NONE = "–"
MONEY = {Format.MONEY, Format.MONEY_SHORT}
MARK_COLOURS = {Mark.GOOD: GOOD_TEXT, Mark.BAD: ATTENTION_TEXT, Mark.NEUTRAL: SECONDARY}
STATUS_COLOURS = {
    "▲ works": GOOD_TEXT,
    "▼ lost": ATTENTION_TEXT,
    "● watch": SECONDARY,
    "▲ repeat": GOOD_TEXT,
    "■ stop": ATTENTION_TEXT,
    "● try": SECONDARY,
    "✓ complete": GOOD_TEXT,
    "✓ fixed": GOOD_TEXT,
    "◐ partial": WARNING_TEXT,
    "▲ stale": ATTENTION_TEXT,
    "▲ error": ATTENTION_TEXT,
    "~ warning": WARNING_TEXT,
    "i note": SECONDARY,
}
"""The status words of the house style whose sign alone does not say whether they are good."""

_BREAKS = re.compile(r"\s*[\r\n\t\v\f\u2028\u2029]+\s*")
_REVERSING = re.compile("[\u202a-\u202e\u2066-\u2069]")  # they could turn the words around them


@dataclass(frozen=True, slots=True)
class Content:
    """What goes into a cell: ``value`` with its number format, or words (the format is empty)."""

    value: float | str
    number_format: str = ""
    words: str = ""
    colour: str = ""

    @property
    def is_number(self) -> bool:
        """Whether the cell holds a number."""
        return not isinstance(self.value, str)


def plain(text: str) -> str:
    """Return ``text`` on one line, without characters that a workbook cannot hold or that reverse their neighbours."""
    if text.isprintable():  # nearly always: none of those characters is
        return inert(text)
    return inert(_REVERSING.sub("", _BREAKS.sub(" ", text)))


def content(document: Document, cell: Cell, column: Column, decimals: int | None = None) -> Content:
    """Return what a cell of ``column`` holds and shows, with the ``decimals`` that its numbers share."""
    if cell is None:
        return Content(NONE, words=NONE, colour=SECONDARY)
    if isinstance(cell, str | Sentence):
        text = plain(document.cell_words(cell))
        return Content(text, words=text, colour=STATUS_COLOURS.get(text, ""))
    figure = document.figures[cell.id]
    if figure.number is None:
        return Content(NOT_AVAILABLE, words=NOT_AVAILABLE, colour=SECONDARY)
    shape = cell_format(figure, cell, column)
    sign = "▲ " if figure.is_change else ""
    return Content(
        figure.number,
        office_for(figure.value, shape, figure.unit, signed=figure.is_change, decimals=decimals),
        sign + figure.words_as(shape, decimals),
        SECONDARY if is_yardstick(figure) else "",
    )


def decimals_of(document: Document, cells: Sequence[Cell], column: Column) -> int | None:
    """Return how many decimals the numbers of a column share; None where it mixes what cannot be compared."""
    if column.format is None:
        return None
    found = [(document.figures[cell.id], cell) for cell in cells if isinstance(cell, Ref)]
    kinds = {(cell_format(figure, cell, column), figure.unit) for figure, cell in found if figure.value is not None}
    if len(kinds) != 1:
        return None
    form, unit = kinds.pop()
    if column.whole and form in MONEY:
        return 0
    return decimals_together([figure.value for figure, _ in found], form, unit)


def cell_format(figure: Figure, cell: Ref, column: Column) -> Format:
    """Return the format of a figure in a table: the cell's own, else the column's where both are money.

    Money stands there in whole units where the column does not ask for it in short.
    """
    if cell.format is not None:
        return cell.format
    if column.format is None and figure.format is Format.MONEY_SHORT:
        return Format.MONEY
    return column.format if column.format in MONEY and figure.format in MONEY else figure.format


def is_yardstick(figure: Figure) -> bool:
    """Whether a figure is what others are measured against: a target or a baseline stands in grey."""
    return not figure.is_change and figure.id.endswith(("@target", "@baseline"))
