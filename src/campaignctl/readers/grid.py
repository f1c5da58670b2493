"""A workbook from outside becomes grids of cells with exact row numbers, or a refusal in words."""

import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import python_calamine

from campaignctl.readers.preflight import Passed, Refusal, preflight

_TOLD_BY_NAME = (".xlsx", ".xlsm")
"""Endings by which the parser knows the kind; a workbook under any other is handed over as bytes."""


@dataclass(frozen=True, slots=True)
class Grid:
    """One sheet: ``rows`` yields its rows from row 1 on, each from the column after the first ``left`` on.

    ``errors`` holds the cells with an error (``F7`` -> ``#N/A``), which the parser shows as blanks; ``uncalculated``
    the cells whose formula was never calculated.
    """

    name: str
    rows: Iterable[list[Any]]
    errors: dict[str, str] = field(default_factory=dict)
    uncalculated: tuple[str, ...] = ()
    left: int = 0


def grids(path: Path) -> tuple[Grid, ...] | Refusal:
    """Return the visible and hidden sheets of the workbook at ``path``, or why it is not opened."""
    looked = preflight(path, read_plain=True)
    if isinstance(looked, Refusal):
        return looked
    try:
        book = _opened(path)
        sheets = [sheet.name for sheet in book.sheets_metadata if sheet.typ == python_calamine.SheetTypeEnum.WorkSheet]
        return tuple(_grid(book, name, looked) for name in sheets)
    except (python_calamine.CalamineError, OSError) as error:
        return Refusal(f"cannot be read as a workbook ({error})")
    except BaseException as error:
        if type(error).__name__ != "PanicException":  # how the parser's native code fails; it has no importable name
            raise
        return Refusal(f"cannot be read as a workbook ({error})")


def _opened(path: Path) -> Any:
    if path.suffix.casefold() in _TOLD_BY_NAME:
        return python_calamine.CalamineWorkbook.from_path(path)
    return python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(path.read_bytes()))


def _grid(book: Any, name: str, looked: Passed) -> Grid:
    hollow = looked.errors.get(name, {}), looked.uncalculated.get(name, ())
    if name in looked.plain:
        return Grid(name, looked.plain[name], *hollow, looked.plain[name].left)
    sheet = book.get_sheet_by_name(name)
    return Grid(name, _Rows(sheet), *hollow, sheet.start[1] if sheet.start else 0)


class _Rows:
    """The rows of a sheet, made anew at each iteration."""

    def __init__(self, sheet: Any) -> None:
        self._sheet = sheet

    def __iter__(self) -> Iterator[list[Any]]:
        return iter(self._sheet.iter_rows()) if self._sheet.start else iter(())
