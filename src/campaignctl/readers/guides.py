"""Rows that guide people and are no data: the hints below the headings, and the example.

Their mark stands left of the first heading. Where somebody took that column away, the computed columns still say what
a guide says there, and hints and examples are known by their own words.
"""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from campaignctl.domain.forms import Sheet, Type
from campaignctl.readers.cells import folded

_HINT_MARKS = frozenset({"hint", "hinweis", "提示"})
_EXAMPLE_MARKS = frozenset({"e g", "eg", "example", "ejemplo", "例"})
_WITHIN = 4  # rows below the header, in which a guide is known by its words alone

Columns = Sequence[Sequence[Any]]


def hints_and_examples(
    sheet: Sheet, columns: Columns, at: Mapping[str, int], *, below_header: bool
) -> tuple[set[int], set[int]]:
    """Return the rows of hints and of examples among ``columns``, in which ``at`` gives the place of each key."""
    hints, examples = _marked(columns[: min(at.values())])
    for column in sheet.columns:
        if column.key in at and not column.is_input:
            hints |= _rows_of(column.hint, columns[at[column.key]])
            examples |= _rows_of(column.example, columns[at[column.key]])
    for row in range(min(_WITHIN, len(columns[0])) if below_header else 0):
        if _says_what_ours_says(sheet, {key: columns[position][row] for key, position in at.items()}):
            hints.add(row)
    return hints, examples


def _marked(before: Columns) -> tuple[set[int], set[int]]:
    hints, examples = set[int](), set[int]()
    for cells in before:
        for row, cell in enumerate(cells):
            if cell != "" and isinstance(cell, str):
                word = folded(cell)
                hints |= {row} if word in _HINT_MARKS else set()
                examples |= {row} if word in _EXAMPLE_MARKS else set()
    return hints, examples


def _rows_of(word: Any, cells: Sequence[Any]) -> set[int]:
    if not isinstance(word, str) or not word or word not in cells:
        return set()
    return {row for row, cell in enumerate(cells) if cell == word}


def _says_what_ours_says(sheet: Sheet, cells: Mapping[str, Any]) -> bool:
    words = [(column, cells[column.key]) for column in sheet.columns if isinstance(cells.get(column.key), str)]
    hints = sum(bool(column.hint) and _same(cell, column.hint) for column, cell in words)
    named = [
        _same(cell, str(column.example))
        for column, cell in words
        if cell and column.example is not None and column.type in (Type.ID, Type.TEXT)
    ]
    return hints >= 2 or (len(named) >= 3 and all(named))


def _same(cell: str, word: str) -> bool:
    """Whether a cell says a word of ours; most cells begin with another letter."""
    return cell.lstrip()[:1].casefold() == word[:1].casefold() and folded(cell) == _folded(word)


@cache
def _folded(word: str) -> str:
    return folded(word)
