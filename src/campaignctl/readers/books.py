"""A filled workbook becomes typed frames, a map of where every field stands, and observations."""

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any

import pandas as pd

from campaignctl.domain.forms import Column, Sheet, Type
from campaignctl.domain.frames import shape_of, shaped
from campaignctl.domain.observations import Kind, Observation, Place
from campaignctl.readers.cells import READ, Reading, folded, shown
from campaignctl.readers.cells.numbers import amounts, percents
from campaignctl.readers.grid import Grid
from campaignctl.readers.sheets import RawSheet, heading, read_sheet

UNIT_KEY = "kind_of_value"
"""The column that says whether a ``percent or money`` cell is a percentage or an amount."""


@dataclass(frozen=True, slots=True)
class SheetMap:
    """Where the fields of a declared sheet stand in one file."""

    file: str
    name: str  # the sheet's name in that file
    sheet: Sheet
    header_row: int
    columns: Mapping[str, int]
    lines: Mapping[str, int]

    def place(self, key: str, row: int | None) -> Place:
        """Return the cell of a field; of the sheet alone when the field has no column there."""
        column = self.sheet.column(key).name if key in self.sheet.keys else ""
        if key not in self.columns:
            return Place(self.file, self.name, row, column)
        at = self.lines[key] if self.sheet.record else row
        return Place(self.file, self.name, at, column, f"{letters(self.columns[key])}{at}")


@dataclass(frozen=True, slots=True)
class Book:
    """One workbook as read: frames and maps by the key of their sheet."""

    file: str
    frames: Mapping[str, pd.DataFrame]
    maps: Mapping[str, SheetMap]
    observations: tuple[Observation, ...] = ()

    @property
    def rows(self) -> int:
        """How many filled rows were read."""
        return sum(len(frame) for frame in self.frames.values())


@dataclass(slots=True)
class _Notes:
    """The observations of one sheet, as they are met."""

    where: SheetMap
    met: list[Observation] = field(default_factory=list)
    lying: set[tuple[str, int]] = field(default_factory=set)  # (key, row) of cells that only look blank

    def at(self, key: str, row: int | None, kind: Kind, value: str = "", detail: str = "") -> None:
        self.met.append(Observation(kind, self.where.place(key, row), value, detail))


def letters(position: int) -> str:
    """Return a column's letters: 0 is A, 26 is AA."""
    text = ""
    position += 1
    while position:
        position, rest = divmod(position - 1, 26)
        text = chr(65 + rest) + text
    return text


def raw_sheets(grids: Sequence[Grid], sheets: Sequence[Sheet]) -> dict[str, RawSheet]:
    """Return the declared sheets found among ``grids``: by name first, then by a name much like it."""
    by_name = {folded(grid.name): grid for grid in grids}
    found: dict[str, RawSheet] = {}
    for sheet in sheets:
        names = [folded(name) for name in (sheet.name, *sheet.aliases)]
        near = [match for name in names for match in get_close_matches(name, by_name, n=1, cutoff=0.8)]
        for name in [*(name for name in names if name in by_name), *near]:
            raw = read_sheet(by_name[name], sheet)
            if raw is not None:
                found[sheet.key] = raw
                break
    return found


def read_book(
    file: str,
    grids: Sequence[Grid],
    sheets: Sequence[Sheet],
    reading: Reading,
    raw: Mapping[str, RawSheet] | None = None,
) -> Book:
    """Return the typed content of a workbook; ``raw`` when its sheets were already found."""
    found = raw_sheets(grids, sheets) if raw is None else raw
    by_name = {grid.name: grid for grid in grids}
    frames, maps, met = {}, {}, list[Observation]()
    for sheet in sheets:
        if sheet.key not in found:
            if sheet.required:
                met.append(Observation(Kind.MISSING_SHEET, Place(file, sheet.name), sheet.name))
            continue
        frames[sheet.key], maps[sheet.key], seen = _read(
            file, found[sheet.key], by_name[found[sheet.key].name], reading
        )
        met += seen
    return Book(file, frames, maps, tuple(met))


def _read(file: str, raw: RawSheet, grid: Grid, reading: Reading) -> tuple[pd.DataFrame, SheetMap, list[Observation]]:
    where = SheetMap(file, raw.name, raw.sheet, raw.header_row, raw.columns, raw.lines)
    notes = _Notes(where)
    _headings(raw, notes)
    _lying_cells(raw, grid, notes)
    values = {key: _typed(raw, raw.sheet.column(key), cells, reading, notes) for key, cells in raw.cells.items()}
    for key in [c.key for c in raw.sheet.columns if c.type is Type.VALUE and c.key in raw.cells]:
        values |= _value_columns(raw, key, values, reading, notes)
    frame = pd.DataFrame(values, index=pd.RangeIndex(len(raw.rows)))
    frame = frame.assign(file=file, sheet=raw.name, row=pd.array(raw.rows, dtype="Int64"))
    frame = shaped(frame, shape_of(raw.sheet))
    _blanks(raw, frame, notes)
    _examples(raw, notes)
    return frame, where, notes.met


def _typed(raw: RawSheet, column: Column, cells: Sequence[Any], reading: Reading, notes: _Notes) -> Any:
    typed = READ[column.type](cells, column, reading)
    for position, kind, value, detail in typed.odd:
        row = raw.rows[position]
        if (column.key, row) not in notes.lying:
            notes.at(column.key, row, kind, value, detail)
    return typed.column


def _value_columns(
    raw: RawSheet, key: str, values: Mapping[str, Any], reading: Reading, notes: _Notes
) -> dict[str, Any]:
    """Read a ``percent or money`` column by what its row says the value is."""
    column, cells = raw.sheet.column(key), raw.cells[key]
    kinds = values.get(UNIT_KEY) or [None] * len(cells)
    shares = [
        cell if str(kind or "").startswith("Percent") and not _has_currency(cell) else ""
        for cell, kind in zip(cells, kinds, strict=True)
    ]
    money = [
        cell if str(kind or "").startswith(("Amount", "Fixed")) and not _has_percent(cell) else ""
        for cell, kind in zip(cells, kinds, strict=True)
    ]
    result = {}
    for suffix, typed in (("percent", percents(shares, column, reading)), ("money", amounts(money, column, reading))):
        result[f"{key}_{suffix}"] = typed.column
        for position, kind, value, detail in typed.odd:
            if kind is not Kind.TEXT_NUMBER:
                notes.at(key, raw.rows[position], kind, value, detail)
    return result


def _has_percent(cell: Any) -> bool:
    return isinstance(cell, str) and "%" in cell


def _has_currency(cell: Any) -> bool:
    return isinstance(cell, str) and any(unicodedata.category(c) == "Sc" for c in cell)


def _headings(raw: RawSheet, notes: _Notes) -> None:
    missing = {heading(c.name): c for c in raw.sheet.columns if c.is_input and c.key not in raw.columns}
    for extra in raw.extras:
        near = get_close_matches(heading(extra), missing, n=1, cutoff=0.72)
        if near:
            column = missing[near[0]]
            place = Place(
                notes.where.file, raw.name, raw.header_row, extra, f"{letters(raw.extras[extra])}{raw.header_row}"
            )
            notes.met.append(Observation(Kind.UNKNOWN_COLUMN, place, shown(extra), column.name))
    for column in missing.values():
        if column.required == "yes":
            place = Place(notes.where.file, raw.name, raw.header_row or None, column.name)
            notes.met.append(Observation(Kind.MISSING_COLUMN, place, column.name))
    for double, position in raw.doubles.items():
        at = position if raw.sheet.record else raw.header_row
        cell = f"B{position}" if raw.sheet.record else f"{letters(position)}{raw.header_row}"
        notes.met.append(
            Observation(Kind.DUPLICATE_COLUMN, Place(notes.where.file, raw.name, at, double, cell), shown(double))
        )


def _lying_cells(raw: RawSheet, grid: Grid, notes: _Notes) -> None:
    """Observe cells that look blank to a parser but are not: errors, and formulas that were never calculated."""
    if not grid.errors and not grid.uncalculated:
        return
    by_cell = {
        f"{letters(raw.columns[key])}{raw.lines[key] if raw.sheet.record else row}": (key, row)
        for key in raw.cells
        for row in raw.rows
    }
    for cell, text in [*grid.errors.items(), *((cell, "") for cell in grid.uncalculated)]:
        if cell in by_cell:
            key, row = by_cell[cell]
            notes.at(key, row, Kind.ERROR_CELL if text else Kind.UNCALCULATED, text)
            notes.lying.add((key, row))


def _blanks(raw: RawSheet, frame: pd.DataFrame, notes: _Notes) -> None:
    """Observe blank cells of required columns; a cell that could not be read is not blank."""
    for column in raw.sheet.columns:
        if column.key not in raw.cells or (column.required != "yes" and not column.when):
            continue
        cells = raw.cells[column.key]
        if column.required == "yes" and "" not in cells:
            continue
        asked = _asked(column, frame)
        for position, cell in enumerate(cells):
            row = raw.rows[position]
            if (
                (cell == "" or (isinstance(cell, str) and not cell.strip()))
                and asked[position]
                and (column.key, row) not in notes.lying
            ):
                notes.at(column.key, row, Kind.BLANK_REQUIRED)


def _asked(column: Column, frame: pd.DataFrame) -> Sequence[bool]:
    if not column.when:
        return [True] * len(frame)
    key, words = column.when
    return list(frame[key].isin(words)) if key in frame else [False] * len(frame)


def _examples(raw: RawSheet, notes: _Notes) -> None:
    """Observe a row that is still marked as the example but holds something else: it is not read."""
    for row, cells in raw.examples.items():
        for column in raw.sheet.columns:
            position = raw.columns.get(column.key)
            if column.type not in (Type.ID, Type.TEXT) or position is None or column.example is None:
                continue
            cell = cells[position]
            if cell != "" and folded(shown(cell)) != folded(str(column.example)):
                notes.at(column.key, row, Kind.EXAMPLE_FILLED, shown(cell))
                break
