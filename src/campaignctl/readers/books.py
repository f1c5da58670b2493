"""A filled workbook becomes typed frames, a map of where every field stands, and observations."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from itertools import islice

import pandas as pd

from campaignctl.domain.forms import Sheet
from campaignctl.domain.observations import Kind, Observation, Place
from campaignctl.readers.cells import Reading, folded
from campaignctl.readers.grid import Grid
from campaignctl.readers.headings import known_headings
from campaignctl.readers.parts import Part, frames_of
from campaignctl.readers.places import SheetMap, letters
from campaignctl.readers.raw import RawSheet
from campaignctl.readers.returns import without_lists
from campaignctl.readers.sheets import read_sheet

__all__ = ["Book", "SheetMap", "letters", "raw_sheets", "read_book"]

_MUCH_ALIKE = 0.8


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
    frames, maps, met = {}, {}, list[Observation]()
    for sheet in sheets:
        if sheet.key in found:
            read = found[sheet.key]
            part = Part.of(file, read, by_name[read.name])
            (frames[sheet.key],), maps[sheet.key] = frames_of([part], sheet, reading), part.where
            met += part.notes.met
        else:
            met += absent(file, grids, sheet)
    return Book(file, frames, maps, tuple(met))


def absent(file: str, grids: Sequence[Grid], sheet: Sheet) -> Iterator[Observation]:
    """Observe a sheet that is not there, or the columns of one that is there under headings nobody knows."""
    names = known_headings(sheet).tabs
    there = next((grid for grid in grids if folded(grid.name) in names and _is_filled(grid)), None)
    if there is not None:
        needed = (column.name for column in sheet.columns if column.required == "yes")
        yield from (Observation(Kind.MISSING_COLUMN, Place(file, there.name, None, name), name) for name in needed)
    elif sheet.required:
        yield Observation(Kind.MISSING_SHEET, Place(file, sheet.name), sheet.name)


def _is_filled(grid: Grid) -> bool:
    """Whether a sheet holds more than a title: a row of several cells."""
    return any(sum(cell != "" for cell in row) >= 3 for row in islice(grid.rows, 100))
