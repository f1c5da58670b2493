"""A heading is recognised whatever people did to it: case, accents, line breaks, brackets, a star, another language."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from campaignctl.domain.forms import Column, Sheet
from campaignctl.readers.cells import folded

_LONGEST = 200
_ASIDE = re.compile(r"[(（\[【].*?[)）\]】]|\*")
_MOST_REMEMBERED = 20_000  # texts looked up in one sheet's headings


class Headings(dict[str, Column]):
    """The columns of a sheet by every heading they are known under; what was looked up is remembered.

    ``vague`` gives, for a heading that may be one of several columns, their keys; ``alike`` the column that a strange
    heading is much like, as far as that was asked. ``tabs`` are the folded names of the sheet itself.
    """

    def __init__(self, sheet: Sheet) -> None:
        super().__init__()
        self.vague = {heading(text): keys for text, keys in sheet.vague}
        self.alike: dict[str, Column | None] = {}
        self.tabs = frozenset(folded(name) for name in (sheet.name, *sheet.aliases))
        self._own = {heading(column.name) for column in sheet.columns}
        self._owned: dict[str, bool] = {}
        self._met: dict[str, Column | None] = {}
        for column in sheet.columns:
            self[heading(column.name)] = column
        for column in sheet.columns:
            for name in column.aliases:
                self.setdefault(heading(name), column)

    def of(self, cell: str) -> Column | None:
        """Return the column that a text is the heading of."""
        if cell not in self._met:
            if len(self._met) > _MOST_REMEMBERED:
                self._met.clear()
            self._met[cell] = _looked_up(cell, self)
        return self._met[cell]

    def is_own(self, cell: str) -> bool:
        """Whether a text is a column's own name, not one of its other headings."""
        if cell not in self._owned:
            if len(self._owned) > _MOST_REMEMBERED:
                self._owned.clear()
            self._owned[cell] = heading(cell) in self._own
        return self._owned[cell]

    def meanings(self, cell: Any) -> tuple[str, ...]:
        """Return the keys of the columns that a vague heading may mean; none when it is not vague."""
        if not isinstance(cell, str) or not cell:
            return ()
        lines = (self.vague[heading(line)] for line in [cell, *_lines(cell)] if heading(line) in self.vague)
        return next(lines, ())


_KNOWN: dict[int, tuple[Sheet, Headings]] = {}


def heading(text: Any) -> str:
    """Return a heading as it is compared: without brackets and what is in them, marks, case and accents."""
    return folded(_ASIDE.sub(" ", str(text)[:_LONGEST].replace("\n", " ").replace("\r", " ")))


def known_headings(sheet: Sheet) -> Headings:
    """Return the columns of a sheet by every heading they are known under; a column's own name comes first."""
    kept = _KNOWN.get(id(sheet))
    if kept is None:
        kept = _KNOWN[id(sheet)] = (sheet, Headings(sheet))  # with the sheet, so that no other can take its id
    return kept[1]


def column_of(cell: Any, names: Mapping[str, Column]) -> Column | None:
    """Return the column that a cell is the heading of: read whole, or line by line where two languages share a cell.

    Lines that name two columns name none.
    """
    if not isinstance(cell, str) or not cell:
        return None
    return names.of(cell) if isinstance(names, Headings) else _looked_up(cell, names)


def _looked_up(cell: str, names: Mapping[str, Column]) -> Column | None:
    whole = names.get(heading(cell))
    if whole is not None or not ("\n" in cell or "\r" in cell or "/" in cell):
        return whole
    lines = {id(column): column for line in _lines(cell) if (column := names.get(heading(line))) is not None}
    return next(iter(lines.values())) if len(lines) == 1 else None


def _lines(cell: str) -> list[str]:
    return re.split(r"[\r\n/]+", cell[:_LONGEST])


def columns_met(cells: Sequence[Any], names: Mapping[str, Column]) -> int:
    """Return how many different columns have their heading among ``cells``."""
    return len({column.key for cell in cells if (column := column_of(cell, names)) is not None})
