"""What is not there: headings missing, renamed or doubled, required cells left blank, cells that only look blank."""

from collections.abc import Sequence
from difflib import get_close_matches
from typing import Any

import pandas as pd

from campaignctl.domain.forms import Column, Type
from campaignctl.domain.observations import Kind, Place
from campaignctl.readers.cells import folded, shown
from campaignctl.readers.grid import Grid
from campaignctl.readers.headings import heading
from campaignctl.readers.places import Notes, position_and_row
from campaignctl.readers.sheets import RawSheet

_MUCH_ALIKE = 0.72


def note_headings(raw: RawSheet, notes: Notes) -> None:
    """Note columns that are missing, those under a heading much like a missing one, and headings met twice."""
    missing = {heading(c.name): c for c in raw.sheet.columns if c.is_input and c.key not in raw.columns}
    for extra, position in raw.extras.items():
        near = get_close_matches(heading(extra), missing, n=1, cutoff=_MUCH_ALIKE)
        if near:
            notes.of(notes.where.heading(extra, position), Kind.UNKNOWN_COLUMN, shown(extra), missing[near[0]].name)
    for column in missing.values():
        if column.required == "yes":
            place = Place(notes.where.file, raw.name, raw.header_row or None, column.name)
            notes.of(place, Kind.MISSING_COLUMN, column.name)
    for double, position in raw.doubles.items():
        if raw.sheet.record:
            place = notes.where.heading(double, min(raw.columns.values()) - 1, position)
        else:
            place = notes.where.heading(double, position)
        notes.of(place, Kind.DUPLICATE_COLUMN, shown(double))


def note_hollow_cells(raw: RawSheet, grid: Grid, notes: Notes) -> None:
    """Note cells that a parser shows as blank but are not: errors, and formulas that were never calculated."""
    for cell, text in [*grid.errors.items(), *((cell, "") for cell in grid.uncalculated)]:
        found = _field_at(raw, cell)
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


def note_blanks(raw: RawSheet, frame: pd.DataFrame, notes: Notes) -> None:
    """Note blank cells of required columns; a cell that something was already said of is not blank."""
    for column in raw.sheet.columns:
        if column.key not in raw.cells or (column.required != "yes" and not column.when):
            continue
        blank = frame[column.key].isna().to_numpy()
        if blank.any():
            asked = _asked(column, frame, notes)
            for position in blank.nonzero()[0].tolist():
                row = raw.rows[position]
                if asked[position] and (column.key, row) not in notes.odd:
                    notes.at(column.key, row, Kind.BLANK_REQUIRED)


def _asked(column: Column, frame: pd.DataFrame, notes: Notes) -> Sequence[bool]:
    """Return in which rows a column is required; an empty word in its condition stands for a blank cell."""
    if not column.when:
        return [True] * len(frame)
    key, words = column.when
    if key not in frame:
        return ["" in words] * len(frame)
    return [
        _word(value) in words and not (pd.isna(value) and (key, row) in notes.odd)
        for value, row in zip(frame[key].tolist(), frame["row"].tolist(), strict=True)
    ]


def _word(value: Any) -> str:
    if pd.isna(value):
        return ""
    return ("Yes" if value else "No") if isinstance(value, bool) else str(value)


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
        notes.of(place, Kind.UNTOUCHED, f"{count:,} {'row' if count == 1 else 'rows'}")
