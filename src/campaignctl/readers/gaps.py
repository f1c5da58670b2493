"""What is not there: headings missing, renamed or doubled, required cells left blank, cells that only look blank."""

from difflib import get_close_matches
from functools import cache
from itertools import chain
from string import digits
from typing import Any

import numpy as np
import pandas as pd

from campaignctl.domain.forms import Column, Type
from campaignctl.domain.observations import Kind, Place
from campaignctl.domain.wording import counted
from campaignctl.readers.cells import folded, shown
from campaignctl.readers.grid import Grid
from campaignctl.readers.header import Named
from campaignctl.readers.headings import column_of, heading, known_headings
from campaignctl.readers.places import Notes, letters, position_and_row
from campaignctl.readers.raw import RawSheet

_MUCH_ALIKE = 0.72


def note_headings(raw: RawSheet, notes: Notes) -> None:
    """Note columns that are missing, renamed, unclear or met twice, and what else is to be told of the sheet."""
    asked = {key for named in raw.unclear for key in named.keys}
    missing = {
        heading(c.name): c for c in raw.sheet.columns if c.is_input and c.key not in raw.columns and c.key not in asked
    }
    for extra, position in raw.extras.items() if missing else ():
        near = _near(heading(extra), tuple(missing))
        if near:
            notes.of(notes.where.heading(extra, position), Kind.UNKNOWN_COLUMN, shown(extra), missing[near].name)
    for renamed, key in raw.renamed.items():
        place = notes.where.heading(renamed, raw.columns[key])
        notes.of(place, Kind.RENAMED_COLUMN, shown(renamed), raw.sheet.column(key).name)
    for named in raw.unclear:
        place = notes.where.heading(named.text, named.position)
        notes.of(place, Kind.UNCLEAR_COLUMN, shown(named.text), _claims(raw, named))
    for column in missing.values():
        if column.required == "yes":
            place = Place(notes.where.file, raw.name, raw.header_row or None, column.name)
            notes.of(place, Kind.MISSING_COLUMN, column.name)
    for double, position in raw.doubles.items():
        if raw.sheet.record:
            place = notes.where.heading(double, min(raw.columns.values()) - 1, position)
        else:
            place = notes.where.heading(double, position)
        notes.of(place, Kind.DUPLICATE_COLUMN, shown(double), _taken(raw, double))
    for said in raw.said:
        notes.of(notes.where.spot(said.row, said.position), said.kind, shown(said.value), said.detail)


@cache
def _near(extra: str, missing: tuple[str, ...]) -> str:
    return next(iter(get_close_matches(extra, missing, n=1, cutoff=_MUCH_ALIKE)), "")


def _taken(raw: RawSheet, double: str) -> str:
    """Say which column a heading names that another one names already."""
    names = known_headings(raw.sheet)
    column = column_of(double, names)
    keys = [column.key] if column else [key for key in names.meanings(double) if key in raw.columns]
    named = " or ".join(raw.sheet.column(key).name for key in keys)
    return f"another {'line' if raw.sheet.record else 'column'} is {named}"


def _claims(raw: RawSheet, named: Named) -> str:
    """Return what stands between a heading and its column, as the end of a sentence about the heading."""
    columns = [raw.sheet.column(key).name for key in named.keys]
    if len(columns) > 1:
        return f"may be {', '.join(columns[:-1])} or {columns[-1]}"
    same = [each for each in raw.unclear if each.keys == named.keys]
    return f"is one of {len(same)} columns for {columns[0]} that do not say the same"


def note_hollow_cells(raw: RawSheet, grid: Grid, notes: Notes) -> None:
    """Note cells that a parser shows as blank but are not: errors, and formulas that were never calculated."""
    columns = {letters(raw.columns[key]) for key in raw.cells}  # of a form, thousands of cells stand in other ones
    for cell, text in chain(grid.errors.items(), ((cell, "") for cell in grid.uncalculated.among(columns))):
        found = _field_at(raw, cell) if cell.rstrip(digits) in columns else None
        if found:
            notes.at(*found, Kind.ERROR_CELL if text else Kind.UNCALCULATED, text)


def _field_at(raw: RawSheet, cell: str) -> tuple[str, int] | None:
    """Return the key and the row of the entry that a cell belongs to, when it is one that was read."""
    at = position_and_row(cell)
    if at is None:
        return None
    if raw.sheet.record:
        key = next((key for key in raw.cells if (raw.columns[key], raw.lines[key]) == at), None)
        return (key, raw.rows[0]) if key else None
    key = next((key for key in raw.cells if raw.columns[key] == at[0]), None)
    return (key, at[1]) if key and raw.holds_row(at[1]) else None


def is_asked(column: Column, said: Any, row: int, notes: Notes) -> bool:
    """Whether a column is required in a row whose condition's cell holds ``said``; an empty word stands for a blank."""
    if not column.when:
        return True
    key, words = column.when
    missing = said is None or pd.isna(said)
    return _word(None if missing else said) in words and not (missing and (key, row) in notes.odd)


def _word(value: Any) -> str:
    if value is None:
        return ""
    return ("Yes" if value else "No") if isinstance(value, bool | np.bool_) else str(value)


def note_examples(raw: RawSheet, notes: Notes) -> None:
    """Note a row that is still marked as the example but holds something else: it is not read."""
    for row, cells in raw.examples.items():
        for column in raw.sheet.columns:
            cell = cells.get(column.key, "")
            if column.type not in (Type.ID, Type.TEXT) or column.example is None or cell == "":
                continue
            if folded(shown(cell)) != folded(str(column.example)):
                notes.at(column.key, row, Kind.EXAMPLE_FILLED, shown(cell))
                break


def note_untouched(raw: RawSheet, notes: Notes) -> None:
    """Note rows that were filled in beforehand and left as they were: they are no entries."""
    count = len(raw.untouched)
    if count:
        place = Place(notes.where.file, raw.name, raw.untouched[0])
        notes.of(place, Kind.UNTOUCHED, counted(count, "row"))
