"""A workbook from outside becomes grids of cells with exact row numbers, or a refusal in words."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import python_calamine

from campaignctl.readers.preflight import Passed, Refusal, preflight


@dataclass(frozen=True, slots=True)
class Grid:
    """One sheet: ``rows`` yields its rows from row 1 on, each from column A on.

    ``errors`` holds the cells with an error (``F7`` -> ``#N/A``), which the parser shows as blanks; ``uncalculated``
    the cells whose formula was never calculated.
    """

    name: str
    rows: Iterable[list[Any]]
    errors: dict[str, str] = field(default_factory=dict)
    uncalculated: tuple[str, ...] = ()


def grids(path: Path) -> tuple[Grid, ...] | Refusal:
    """Return the visible and hidden sheets of the workbook at ``path``, or why it is not opened."""
    looked = preflight(path)
    if isinstance(looked, Refusal):
        return looked
    try:
        book = python_calamine.CalamineWorkbook.from_path(path)
        names = book.sheet_names
        return tuple(_grid(book, name, looked) for name in names if _is_worksheet(book, name))
    except (python_calamine.CalamineError, OSError) as error:
        return Refusal(f"cannot be read as a workbook ({error})")


def _is_worksheet(book: Any, name: str) -> bool:
    kinds = {sheet.name: sheet.typ for sheet in book.sheets_metadata}
    return bool(kinds.get(name) == python_calamine.SheetTypeEnum.WorkSheet)


def _grid(book: Any, name: str, looked: Passed) -> Grid:
    sheet = book.get_sheet_by_name(name)
    return Grid(name, _Rows(sheet), looked.errors.get(name, {}), looked.uncalculated.get(name, ()))


class _Rows:
    """The rows of a sheet, made anew at each iteration, with the columns left of the used area put back."""

    def __init__(self, sheet: Any) -> None:
        self._sheet = sheet

    def __iter__(self) -> Iterator[list[Any]]:
        if self._sheet.start is None:
            return
        left = [""] * self._sheet.start[1]
        for row in self._sheet.iter_rows():
            yield left + row if left else row
