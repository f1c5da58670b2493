"""The tables of one declared sheet, from however many files, become one frame: every column is typed once for all.

A thousand small workbooks cost little more this way than one large one.
"""

import unicodedata
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, chain
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from campaignctl.domain.forms import Column, Sheet, Type
from campaignctl.domain.frames import framed, shape_of
from campaignctl.domain.observations import Kind
from campaignctl.readers.cells import READ, Reading, Typed
from campaignctl.readers.cells.numbers import amounts, percents
from campaignctl.readers.gaps import is_asked, note_examples, note_headings, note_hollow_cells, note_untouched
from campaignctl.readers.grid import Grid
from campaignctl.readers.places import Notes, SheetMap, letters
from campaignctl.readers.raw import RawSheet

UNIT_KEY = "kind_of_value"
"""The column that says whether a ``percent or money`` cell is a percentage or an amount."""

_ROUNDED = 0.005
"""How far a share may be off what it is made of and still say the same: people round to whole percents."""

_LARGE = 5_000  # rows of a table that is typed by itself: what is odd in it must not slow the small ones


@dataclass(slots=True)
class Part:
    """One table of one file, where its fields stand, and what is noted of it."""

    raw: RawSheet
    grid: Grid
    where: SheetMap
    notes: Notes = field(init=False)

    def __post_init__(self) -> None:
        self.notes = Notes(self.where)

    @classmethod
    def of(cls, file: str, raw: RawSheet, grid: Grid) -> "Part":
        """Return a table with the map of its own fields."""
        return cls(raw, grid, SheetMap(file, raw.name, raw.sheet, raw.header_row, raw.columns, raw.lines))


def frames_of(parts: Sequence[Part], sheet: Sheet, reading: Reading) -> list[pd.DataFrame]:
    """Return the typed rows of all parts, in their order, as one frame or a few; oddities go into the parts' notes."""
    frames, small = [], list[Part]()
    for part in parts:
        if len(part.raw.rows) >= _LARGE:
            frames += [_frame(small, sheet, reading)] if small else []
            frames.append(_frame([part], sheet, reading))
            small = []
        else:
            small.append(part)
    return [*frames, *([_frame(small, sheet, reading)] if small else [])]


@dataclass(slots=True)
class _Together:
    """Several parts laid end to end; ``starts`` are the places at which each begins."""

    parts: Sequence[Part]
    starts: list[int] = field(init=False)
    length: int = field(init=False)

    def __post_init__(self) -> None:
        ends = list(accumulate(len(part.raw.rows) for part in self.parts))
        self.starts, self.length = [0, *ends[:-1]], ends[-1]

    def cells(self, key: str) -> list[Any] | None:
        """Return the cells of a column over all parts, blank where a part has none; None when no part has it."""
        if len(self.parts) == 1:
            return self.parts[0].raw.cells.get(key)
        if not any(key in part.raw.cells for part in self.parts):
            return None
        return list(chain.from_iterable(part.raw.cells.get(key) or [""] * len(part.raw.rows) for part in self.parts))

    def compared(self, key: str) -> list[Any]:
        """Return what stands in a computed column over all parts; nothing where it is blank in all of them."""
        kept = (part.raw.compared.get(key) or [""] * len(part.raw.rows) for part in self.parts)
        told = list(chain.from_iterable(kept))
        return told if any(cell != "" for cell in told) else []

    def note(self, key: str, odd: Sequence[tuple[int, Kind, str, str]]) -> None:
        """Note oddities of a column, each at its part's cell; in a text every number is one that is written as text."""
        for place, kind, value, detail in odd:
            part, row = self.at(place)
            if not (kind is Kind.TEXT_NUMBER and part.raw.text):
                part.notes.at(key, row, kind, value, detail)

    def at(self, place: int) -> tuple[Part, int]:
        """Return the part and the row number of a place."""
        number = self.number(place)
        part = self.parts[number]
        return part, part.raw.rows[place - self.starts[number]]

    def number(self, place: int) -> int:
        """Return which part a place is in."""
        number = bisect_right(self.starts, place) - 1
        while not self.parts[number].raw.rows:  # a part without rows begins where the next one does
            number -= 1
        return number

    def each(self, value: Any) -> npt.NDArray[Any]:
        """Return one value per part, repeated for its rows."""
        return np.repeat(np.array([value(part) for part in self.parts]), [len(part.raw.rows) for part in self.parts])


def _frame(parts: Sequence[Part], sheet: Sheet, reading: Reading) -> pd.DataFrame:
    whole = _Together(parts)
    for part in parts:
        note_headings(part.raw, part.notes)
        note_hollow_cells(part.raw, part.grid, part.notes)
    rows = np.fromiter(chain.from_iterable(part.raw.rows for part in parts), "int64", whole.length)
    values: dict[str, Any] = {"file": _few(whole, "file"), "sheet": _few(whole, "name"), "row": rows}
    for column in sheet.columns:
        cells = whole.cells(column.key) if column.is_input else None
        if cells is not None:
            values |= _typed(whole, column, cells, reading)
        elif column.compared and (told := whole.compared(column.key)):
            values[column.key] = percents(told, column, reading).column
    for column in sheet.columns:
        if column.type is Type.VALUE and (cells := whole.cells(column.key)) is not None:
            values |= _value_columns(whole, column, cells, values, reading)
    frame = framed(values, whole.length, shape_of(sheet))
    for column in sheet.columns:
        if column.compared:
            frame[column.key] = frame[column.key].mask(_results(whole, column, frame))
    _note_blanks(whole, sheet, frame)
    for part in parts:
        note_examples(part.raw, part.notes)
        note_untouched(part.raw, part.notes)
    return frame


def _results(whole: _Together, column: Column, frame: pd.DataFrame) -> npt.NDArray[np.bool_]:
    """Whether a computed cell that differs from the prices beside it shows what a formula gave once.

    Programs that do not calculate save a formula with the result that it had before somebody changed the prices: nobody
    typed that. Only where values differ is the workbook asked for its formulas, and one that does not tell is believed.
    """
    price, full = (frame[key].astype("Float64") for key in column.compared or ())
    apart = (frame[column.key] - (1 - price / full.where(full > 0))).abs() > _ROUNDED
    found = np.zeros(whole.length, dtype=bool)
    by_part: dict[int, list[int]] = {}
    for place in apart.fillna(value=False).to_numpy(dtype=bool).nonzero()[0].tolist():
        by_part.setdefault(whole.number(place), []).append(place)
    for number, places in by_part.items():
        part = whole.parts[number]
        cells, letter = part.grid.formulas(), letters(part.raw.columns[column.key])
        rows = {place: part.raw.rows[place - whole.starts[number]] for place in places}
        found[[place for place, row in rows.items() if cells is None or f"{letter}{row}" in cells]] = True
    return found


def _few(whole: _Together, field_: str) -> Any:
    words = [getattr(part.where, field_) for part in whole.parts]
    if len(words) == 1:
        return words[0]
    distinct = {word: code for code, word in enumerate(dict.fromkeys(words))}
    codes = whole.each(lambda part: distinct[getattr(part.where, field_)])
    return pd.Categorical.from_codes(codes, categories=pd.Index(list(distinct), dtype="str"))


def _typed(whole: _Together, column: Column, cells: Sequence[Any], reading: Reading) -> dict[str, Any]:
    typed: Typed = READ[column.type](cells, column, reading)
    whole.note(column.key, typed.odd)
    return {column.key: typed.column}


def _value_columns(
    whole: _Together, column: Column, cells: Sequence[Any], values: Mapping[str, Any], reading: Reading
) -> dict[str, Any]:
    """Read a ``percent or money`` column by what its row says the value is."""
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
        whole.note(column.key, [each for each in typed.odd if each[1] is not Kind.TEXT_NUMBER])
    return result


def _has_percent(cell: Any) -> bool:
    return isinstance(cell, str) and "%" in cell


def _has_currency(cell: Any) -> bool:
    return isinstance(cell, str) and any(unicodedata.category(c) == "Sc" for c in cell)


def _note_blanks(whole: _Together, sheet: Sheet, frame: pd.DataFrame) -> None:
    """Note blank cells of required columns; a cell that something was already said of is not blank."""
    for column in sheet.columns:
        if column.key not in frame or (column.required != "yes" and not column.when):
            continue
        blank = frame[column.key].isna().to_numpy()
        if blank.any():
            there = whole.each(lambda part, key=column.key: key in part.raw.cells)
            for place in (blank & there).nonzero()[0].tolist():
                _note_blank(whole, column, frame, place)


def _note_blank(whole: _Together, column: Column, frame: pd.DataFrame, place: int) -> None:
    part, row = whole.at(place)
    if (column.key, row) not in part.notes.odd and is_asked(column, _said(column, frame, place), row, part.notes):
        part.notes.at(column.key, row, Kind.BLANK_REQUIRED)


def _said(column: Column, frame: pd.DataFrame, place: int) -> Any:
    """Return what stands in the cell that a column's need depends on; missing where it depends on none."""
    key = column.when[0] if column.when else ""
    return frame[key].iloc[place] if key in frame else None
