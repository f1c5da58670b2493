"""Workbooks that the team saved into ``decisions/``: any number, by any number of people."""

from collections.abc import Iterator
from pathlib import Path

from campaignctl.domain.observations import Kind, Observation, Place
from campaignctl.readers.books import Book, read_book
from campaignctl.readers.cells import Reading
from campaignctl.readers.grid import grids
from campaignctl.readers.places import SheetMap
from campaignctl.readers.preflight import Refusal
from campaignctl.workbooks import DECIDE

_NEEDED = {
    "decisions": ("decision", "decided_by", "decided_on"),
    "shop_decisions": ("decision",),
}
"""Columns that may be blank in every row, and without which a sheet says nothing."""


def decision_book(path: Path, name: str, reading: Reading) -> Book:
    """Return a decisions workbook as read; one that is none gives an observation and no rows."""
    opened = grids(path)
    if isinstance(opened, Refusal):
        return Book(name, {}, {}, (Observation(Kind.UNREADABLE, Place(name), path.name, opened.why),))
    book = read_book(name, opened, DECIDE, reading)
    if "decisions" not in book.frames and "shop_decisions" not in book.frames:
        why = "holds no sheet Decisions: only workbooks saved from out/decide.xlsx belong here"
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
