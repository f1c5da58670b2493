"""Workbooks that the team saved into ``decisions/``: any number, by any number of people."""

from collections.abc import Iterator
from pathlib import Path

from campaignctl.domain.observations import Kind, Observation, Place
from campaignctl.readers.books import Book, raw_sheets, read_book
from campaignctl.readers.cells import Reading
from campaignctl.readers.grid import grids
from campaignctl.readers.places import SheetMap
from campaignctl.readers.preflight import Refusal
from campaignctl.workbooks import DECIDE, FOLLOW_UP

_NEEDED = {
    "decisions": ("decision", "decided_by", "decided_on"),
    "shop_decisions": ("decision",),
    "actions": ("status",),
}
"""Columns that may be blank in every row, and without which a sheet says nothing."""


def decision_book(path: Path, name: str, reading: Reading) -> Book:
    """Return a workbook of decisions, or of what became of a report's actions; one of neither gives an observation."""
    opened = grids(path)
    if isinstance(opened, Refusal):
        return Book(name, {}, {}, (Observation(Kind.UNREADABLE, Place(name), path.name, opened.why),))
    found = raw_sheets(opened, (*DECIDE, *FOLLOW_UP))
    noted = found.keys() == {sheet.key for sheet in FOLLOW_UP}
    book = read_book(name, opened, FOLLOW_UP if noted else (*DECIDE, *FOLLOW_UP), reading, found)
    if not book.frames:
        why = "holds no sheet Decisions: only workbooks saved from out/decide.xlsx or out/actions.xlsx belong here"
        return Book(name, {}, {}, (Observation(Kind.UNREADABLE, Place(name), path.name, why),))
    return Book(name, book.frames, book.maps, (*book.observations, *_lost_columns(book)))


def _lost_columns(book: Book) -> Iterator[Observation]:
    for key, where in book.maps.items():
        for needed in _NEEDED[key]:
            if needed not in where.columns:
                yield _missing(where, where.sheet.column(needed).name)


def _missing(where: SheetMap, heading: str) -> Observation:
    place = Place(where.file, where.name, where.header_row or None, heading)
    return Observation(Kind.MISSING_COLUMN, place, heading)
