"""A file from outside becomes grids of cells with exact row numbers, or a refusal in words."""

import io
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import python_calamine

from campaignctl.readers.apart import read_apart
from campaignctl.readers.formulas import formula_cells
from campaignctl.readers.hollow import Uncalculated
from campaignctl.readers.kind import What, kind_of
from campaignctl.readers.origin import META, Origin, origin_of_document, origin_of_old
from campaignctl.readers.package import Unfit
from campaignctl.readers.package import opened as package_of
from campaignctl.readers.preflight import MOST_SAID, Passed, Refusal, preflight
from campaignctl.readers.text_table import text_table

_TOLD_BY_NAME = (".xlsx", ".xlsm")
"""Endings by which the parser knows the kind; a workbook under any other is handed over as bytes."""

Merge = tuple[tuple[int, int], tuple[int, int]]
"""The first and the last (row, column) of merged cells, counted from 0."""


@dataclass(frozen=True, slots=True)
class Grid:
    """One sheet: ``rows`` yields its rows from row 1 on, each from the column after the first ``left`` on.

    ``errors`` holds the cells with an error (``F7`` -> ``#N/A``), which the parser shows as blanks; ``uncalculated``
    those whose formula was never calculated; ``formulas`` looks up which cells hold a formula at all, None where a file
    does not tell. ``hidden_rows`` are row numbers. ``text`` marks a file of delimited text: its only sheet has no name,
    and all its cells are texts.
    """

    name: str
    rows: Iterable[list[Any]]
    errors: dict[str, str] = field(default_factory=dict)
    uncalculated: Uncalculated = field(default_factory=Uncalculated)
    formulas: Callable[[], frozenset[str] | None] = frozenset
    left: int = 0
    hidden: bool = False
    hidden_rows: tuple[int, ...] = ()
    merged: tuple[Merge, ...] = ()
    text: bool = False


@dataclass(frozen=True, slots=True)
class Opened:
    """A file as opened: its sheets, what it says of itself, and ``how`` it was read where its name does not tell."""

    grids: tuple[Grid, ...]
    origin: Origin = field(default_factory=Origin)
    how: str = ""


def grids(path: Path) -> tuple[Grid, ...] | Refusal:
    """Return the visible and hidden sheets of the file at ``path``, or why it is not opened."""
    found = opened(path)
    return found if isinstance(found, Refusal) else found.grids


def is_package(path: Path) -> bool:
    """Whether a file is a package of parts: the only kind in which single cells can be changed."""
    try:
        with path.open("rb") as file:
            return kind_of(file) is What.PACKAGE
    except (Unfit, OSError):
        return False


def opened(path: Path) -> Opened | Refusal:
    """Return the sheets of a workbook or of a table of text, whatever the file is called, or why it is not opened."""
    try:
        with path.open("rb") as file:
            kind = kind_of(file)
        match kind:
            case What.PACKAGE:
                return _package(path)
            case What.TEXT:
                rows, how = text_table(path)
                return Opened((Grid("", rows, text=True),), how=how)
            case What.OLD_EXCEL:
                return Opened(_apart(path), origin_of_old(path.read_bytes()), _named(path, ".xls"))
            case What.OPEN_DOCUMENT:
                origin = _document_origin(path)  # and with it the limits of a package
                return Opened(_apart(path), origin, _named(path, ".ods"))
    except Unfit as unfit:
        return Refusal(str(unfit), unfit.foreign)
    except OSError as error:
        return Refusal(f"cannot be opened: {error.strerror or error}")


def _document_origin(path: Path) -> Origin:
    with path.open("rb") as file:
        package = package_of(path, file)
        return origin_of_document(package.read(META, MOST_SAID) or b"", package.parts)


def _named(path: Path, ending: str) -> str:
    """Return what a file is, where its name says something else."""
    return "" if path.suffix.casefold() == ending else f"an {ending} workbook"


def _apart(path: Path) -> tuple[Grid, ...]:
    return tuple(
        Grid(sheet.name, sheet.rows, formulas=_untold, left=sheet.left, hidden=sheet.hidden, merged=sheet.merged)
        for sheet in read_apart(path)
    )


def _untold() -> None:
    """Return that nobody knows: the parsers of these files show results alone."""


def _package(path: Path) -> Opened | Refusal:
    looked = preflight(path)
    if isinstance(looked, Refusal):
        return looked
    try:
        book = _opened(path)
        sheets = [sheet for sheet in book.sheets_metadata if sheet.typ == python_calamine.SheetTypeEnum.WorkSheet]
        found = tuple(_grid(path, book, sheet, looked) for sheet in sheets)
    except (python_calamine.CalamineError, OSError) as error:
        return Refusal(f"cannot be read as a workbook ({error})")
    except BaseException as error:
        if type(error).__name__ != "PanicException":  # how the parser's native code fails; it has no importable name
            raise
        return Refusal(f"cannot be read as a workbook ({error})")
    how = "" if path.suffix.casefold() in _TOLD_BY_NAME else "a workbook"
    return Opened(found, looked.origin, how)


def _opened(path: Path) -> Any:
    if path.suffix.casefold() in _TOLD_BY_NAME:
        return python_calamine.CalamineWorkbook.from_path(path)
    return python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(path.read_bytes()))


def _grid(path: Path, book: Any, about: Any, looked: Passed) -> Grid:
    name = about.name
    sheet = book.get_sheet_by_name(name)
    return Grid(
        name,
        _Rows(sheet),
        looked.errors.get(name, {}),
        looked.uncalculated.get(name, Uncalculated()),
        lambda: formula_cells(path).get(name, frozenset()) if name in looked.formulas else frozenset(),
        left=sheet.start[1] if sheet.start else 0,
        hidden=about.visible != python_calamine.SheetVisibleEnum.Visible,
        hidden_rows=looked.hidden.get(name, ()),
        merged=tuple(sheet.merged_cell_ranges or ()),
    )


class _Rows:
    """The rows of a sheet, made anew at each iteration."""

    def __init__(self, sheet: Any) -> None:
        self._sheet = sheet

    def __iter__(self) -> Iterator[list[Any]]:
        return iter(self._sheet.iter_rows()) if self._sheet.start else iter(())
