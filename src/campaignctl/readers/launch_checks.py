"""Launch checks that people filled: any number of copies, in the campaign's folder or where campaignctl wrote them."""

from collections.abc import Iterator
from pathlib import Path

from campaignctl.domain.observations import Kind, Observation, Place
from campaignctl.readers.books import Book, read_book
from campaignctl.readers.cells import Reading
from campaignctl.readers.grid import grids
from campaignctl.readers.preflight import Refusal
from campaignctl.workbooks import LAUNCH
from campaignctl.workbooks.launch_check import ASKED, LAUNCH_CHECK, SEEN_AT, SEEN_PRICE

KEY = LAUNCH_CHECK.key
_NEEDED = (SEEN_PRICE, SEEN_AT)
"""Columns that may be blank in every row, and without which the sheet says nothing."""


def check_book(path: Path, name: str, reading: Reading) -> Book:
    """Return a launch check as read; a workbook that is none gives an observation and no rows."""
    opened = grids(path)
    if isinstance(opened, Refusal):
        return Book(name, {}, {}, (Observation(Kind.UNREADABLE, Place(name), path.name, opened.why),))
    book = read_book(name, opened, LAUNCH, reading)
    if KEY not in book.frames:
        why = f"holds no sheet {LAUNCH_CHECK.name}, and is none of the campaign's other workbooks"
        return Book(name, {}, {}, (Observation(Kind.UNREADABLE, Place(name), path.name, why),))
    return Book(name, book.frames, book.maps, (*book.observations, *_lost_columns(book)))


def is_begun(book: Book) -> bool:
    """Whether somebody has filled a cell of a launch check; one that cannot be read counts as begun."""
    frame = book.frames.get(KEY)
    return frame is None or bool(frame[[column.key for column in ASKED]].notna().any(axis=None))


def _lost_columns(book: Book) -> Iterator[Observation]:
    where = book.maps[KEY]
    for column in _NEEDED:
        if column.key not in where.columns:
            place = Place(where.file, where.name, where.header_row or None, column.name)
            yield Observation(Kind.MISSING_COLUMN, place, column.name)
