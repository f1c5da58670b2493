"""A heading is recognised whatever people did to it: case, accents, line breaks, brackets, a star, another language."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from campaignctl.domain.forms import Column, Sheet
from campaignctl.readers.cells import folded

_LONGEST = 200
_ASIDE = re.compile(r"[(（\[【].*?[)）\]】]|\*")


def heading(text: Any) -> str:
    """Return a heading as it is compared: without brackets and what is in them, marks, case and accents."""
    return folded(_ASIDE.sub(" ", str(text)[:_LONGEST].replace("\n", " ").replace("\r", " ")))


def known_headings(sheet: Sheet) -> dict[str, Column]:
    """Return the columns of a sheet by every heading they are known under; a column's own name comes first."""
    names = {heading(column.name): column for column in sheet.columns}
    for column in sheet.columns:
        for name in column.aliases:
            names.setdefault(heading(name), column)
    return names


def column_of(cell: Any, names: Mapping[str, Column]) -> Column | None:
    """Return the column that a cell is the heading of: read whole, or line by line where two languages share a cell."""
    if not isinstance(cell, str) or not cell:
        return None
    whole = names.get(heading(cell))
    if whole is not None or not ("\n" in cell or "\r" in cell):
        return whole
    lines = (names.get(heading(line)) for line in cell[:_LONGEST].splitlines())
    return next((column for column in lines if column is not None), None)


def columns_met(cells: Sequence[Any], names: Mapping[str, Column]) -> int:
    """Return how many different columns have their heading among ``cells``."""
    return len({column.key for cell in cells if (column := column_of(cell, names)) is not None})
