"""Columns of a table give one another room: what words do not need goes to a number that would break or be cut."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from campaignctl.writers.pptx.fitting import Style, widest
from campaignctl.writers.pptx.paragraphs import text_of

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
EMU_POINT = 12700
AIR = 1.1
"""Programs set text a little wider than the fonts say, and marks in a font that has them."""

GIVES = 0.4
"""Words may be set over more lines: their column gives up so much of its width where numbers need it."""

_LONG_WORD = re.compile(r"[^\W\d_]{4}")


@dataclass(frozen=True, slots=True)
class _Need:
    """What a column needs (EMU): all its cells, its numbers, and those in the smallest type."""

    whole: int
    number: int
    smallest: int


def is_numeric(text: str) -> bool:
    """Whether a text is a number with its unit, an interval or a date: such are never cut or broken."""
    return any(char.isdigit() for char in text) and _LONG_WORD.search(text) is None


def settled(rows: Sequence[Any], widths: Sequence[int], margins: Sequence[int], kept: set[int]) -> list[int]:
    """Return the columns' widths (EMU) with which as many numbers as can be stand on one line.

    ``margins`` is what a cell of each column leaves free left and right; columns in ``kept``, where charts stand, keep
    their width. Widths stay as they are where all numbers fit.
    """
    needs = [_needs(rows, at, margin) for at, margin in enumerate(margins)]
    lacking = [0 if at in kept else max(0, needs[at].number - width) for at, width in enumerate(widths)]
    if not any(lacking):
        return list(widths)
    spare = [0 if at in kept else max(0, width - needs[at].whole) for at, width in enumerate(widths)]
    if sum(spare) < sum(lacking):
        lacking = [0 if at in kept else max(0, needs[at].smallest - width) for at, width in enumerate(widths)]
        words = [0 if at in kept or needs[at].number else int(width * GIVES) for at, width in enumerate(widths)]
        spare = [max(each) for each in zip(spare, words, strict=True)]
    return _moved(widths, lacking, spare)


def _moved(widths: Sequence[int], lacking: Sequence[int], spare: Sequence[int]) -> list[int]:
    """Move what is to spare to where it is lacking, each column in proportion; the sum stays."""
    if not any(spare) or not any(lacking):
        return list(widths)
    given = [int(amount * min(1.0, sum(spare) / sum(lacking))) for amount in lacking]
    taken = [int(amount * sum(given) / sum(spare)) for amount in spare]
    taken[taken.index(max(taken))] += sum(given) - sum(taken)
    return [width + more - less for width, more, less in zip(widths, given, taken, strict=True)]


def _needs(rows: Sequence[Any], at: int, margin: int) -> _Need:
    """Return what the cells of a column need for a line each, with the margins; 0 for numbers where it has none."""
    words, numbers, smallest = 0.0, 0.0, 0.0
    for row in rows:
        cell = row.findall(f"{A}tc")[at]
        if cell.get("gridSpan"):  # it has the room of its neighbours too
            continue
        paragraphs = list(cell.iter(f"{A}p"))
        if is_numeric(text_of(cell)):
            numbers = max(numbers, widest(paragraphs, Style()))
            smallest = max(smallest, widest(paragraphs, Style(), smallest=True))
        else:
            words = max(words, widest(paragraphs, Style()))
    whole, number, small = (int(wide * AIR * EMU_POINT) + margin if wide else 0 for wide in (words, numbers, smallest))
    return _Need(max(whole, number), number, small)
