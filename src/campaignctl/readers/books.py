"""A filled workbook becomes typed frames, a map of where every field stands, and observations."""

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from itertools import islice
from typing import Any

import numpy as np
import pandas as pd

from campaignctl.domain.forms import Column, Sheet, Type
from campaignctl.domain.frames import framed, shape_of
from campaignctl.domain.observations import Kind, Observation, Place
from campaignctl.domain.returns import Answered
from campaignctl.readers.added import added_columns
from campaignctl.readers.cells import READ, Reading, folded
from campaignctl.readers.cells.numbers import amounts, percents
from campaignctl.readers.gaps import note_blanks, note_examples, note_headings, note_hollow_cells, note_untouched
from campaignctl.readers.grid import Grid
from campaignctl.readers.places import Notes, SheetMap, letters
from campaignctl.readers.returns import answers, without_lists
from campaignctl.readers.sheets import RawSheet, read_sheet

__all__ = ["Book", "SheetMap", "letters", "raw_sheets", "read_book"]

UNIT_KEY = "kind_of_value"
"""The column that says whether a ``percent or money`` cell is a percentage or an amount."""

_MUCH_ALIKE = 0.8


@dataclass(frozen=True, slots=True)
class Book:
    """One workbook as read: frames and maps by the key of their sheet.

    ``added`` holds, row by row as the frame does, what people wrote under headings of their own, as text.
    """

    file: str
    frames: Mapping[str, pd.DataFrame]
    maps: Mapping[str, SheetMap]
    observations: tuple[Observation, ...] = ()
    answers: tuple[Answered, ...] = ()
    added: Mapping[str, pd.DataFrame] = field(default_factory=dict)

    @property
    def rows(self) -> int:
        """How many filled rows were read."""
        return sum(len(frame) for frame in self.frames.values())


def raw_sheets(grids: Sequence[Grid], sheets: Sequence[Sheet]) -> dict[str, RawSheet]:
    """Return the declared sheets found among ``grids``: by name first, then by a name much like it."""
    by_name: dict[str, Grid] = {}
    for grid in without_lists(grids):
        by_name.setdefault(folded(grid.name), grid)
    known = {folded(name) for sheet in sheets for name in (sheet.name, *sheet.aliases)}
    strange = [name for name in by_name if name not in known]
    found: dict[str, RawSheet] = {}
    for sheet in sheets:
        names = [folded(name) for name in (sheet.name, *sheet.aliases)]
        near = [match for name in names for match in get_close_matches(name, strange, n=1, cutoff=_MUCH_ALIKE)]
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
    frames, maps, added, met = {}, {}, {}, list[Observation]()
    for sheet in sheets:
        if sheet.key in found:
            read = found[sheet.key]
            notes = Notes(SheetMap(file, read.name, sheet, read.header_row, read.columns, read.lines))
            frames[sheet.key], maps[sheet.key] = _read(read, by_name[read.name], reading, notes), notes.where
            met += notes.met
            if read.added:
                added[sheet.key] = added_columns(read)
        else:
            met += _absent(file, grids, sheet)
    sellers = frames["registration"]["seller_id"].dropna().tolist() if "registration" in frames else ()
    return Book(file, frames, maps, tuple(met), answers(file, grids, sellers), added)


def _absent(file: str, grids: Sequence[Grid], sheet: Sheet) -> Iterator[Observation]:
    """Observe a sheet that is not there, or the columns of one that is there under headings nobody knows."""
    names = {folded(name) for name in (sheet.name, *sheet.aliases)}
    there = next((grid for grid in grids if folded(grid.name) in names and _is_filled(grid)), None)
    if there is not None:
        needed = (column.name for column in sheet.columns if column.required == "yes")
        yield from (Observation(Kind.MISSING_COLUMN, Place(file, there.name, None, name), name) for name in needed)
    elif sheet.required:
        yield Observation(Kind.MISSING_SHEET, Place(file, sheet.name), sheet.name)


def _is_filled(grid: Grid) -> bool:
    """Whether a sheet holds more than a title: a row of several cells."""
    return any(sum(cell != "" for cell in row) >= 3 for row in islice(grid.rows, 100))


def _read(raw: RawSheet, grid: Grid, reading: Reading, notes: Notes) -> pd.DataFrame:
    note_headings(raw, notes)
    note_hollow_cells(raw, grid, notes)
    values: dict[str, Any] = {"file": notes.where.file, "sheet": raw.name, "row": np.array(raw.rows, dtype="int64")}
    for column in raw.sheet.columns:
        if column.key in raw.cells:
            values[column.key] = _typed(raw, column, reading, notes)
    for column in raw.sheet.columns:
        if column.type is Type.VALUE and column.key in raw.cells:
            values |= _value_columns(raw, column, values, reading, notes)
    frame = framed(values, len(raw.rows), shape_of(raw.sheet))
    note_blanks(raw, frame, notes)
    note_examples(raw, notes)
    note_untouched(raw, notes)
    return frame


def _typed(raw: RawSheet, column: Column, reading: Reading, notes: Notes) -> Any:
    typed = READ[column.type](raw.cells[column.key], column, reading)
    for position, kind, value, detail in typed.odd:
        row = raw.rows[position]
        notes.at(column.key, row, kind, value, detail)
    return typed.column


def _value_columns(
    raw: RawSheet, column: Column, values: Mapping[str, Any], reading: Reading, notes: Notes
) -> dict[str, Any]:
    """Read a ``percent or money`` column by what its row says the value is."""
    cells = raw.cells[column.key]
    kinds = [str(kind or "") for kind in values.get(UNIT_KEY, [None] * len(cells))]
    shares = [
        cell if kind.startswith("Percent") and not _has_currency(cell) else ""
        for cell, kind in zip(cells, kinds, strict=True)
    ]
    money = [
        cell if kind.startswith(("Amount", "Fixed")) and not _has_percent(cell) else ""
        for cell, kind in zip(cells, kinds, strict=True)
    ]
    result = {}
    for suffix, typed in (("percent", percents(shares, column, reading)), ("money", amounts(money, column, reading))):
        result[f"{column.key}_{suffix}"] = typed.column
        for position, kind, value, detail in typed.odd:
            if kind is not Kind.TEXT_NUMBER:
                notes.at(column.key, raw.rows[position], kind, value, detail)
    return result


def _has_percent(cell: Any) -> bool:
    return isinstance(cell, str) and "%" in cell


def _has_currency(cell: Any) -> bool:
    return isinstance(cell, str) and any(unicodedata.category(c) == "Sc" for c in cell)
