"""A drawn example is a small sheet in text, with what is expected written in the margin of a row.

::

    Promotions
       | ID      | Tool       | Starts           | Ends
     7 | HD26-02 | Flash deal | 2026-11-20 18:00 | 2026-11-21 00:00
     9 | HD26-03 | Flash deal | 2026-11-21 00:00 | 2026-11-24 12:00 | <- Flash deal HD26-03 runs 84 h ...

Cells are what a spreadsheet would hold: ``12.99`` is a number, ``'12.99`` text (Excel's own mark), more than eleven
digits are text (an id), a date is written ``2026-11-20`` or ``2026-11-20 18:00``, ``#N/A`` is an error, nothing is a
blank cell. A margin beside the headings expects something of the header row. Headings are the sheet's own.
A record sheet is drawn with its fields as headings and one row.

A first line ``As of 2026-11-18 09:00`` gives the hour at which the drawing is looked at. A row numbered ``7-107``
stands for as many rows; ``###`` in its cells counts them.
"""

import re
from dataclasses import dataclass
from datetime import datetime

Drawable = str | float | bool | datetime | None

_ROW = re.compile(r"\s*(?P<row>\d*)(-(?P<last>\d+))?\s*\|(?P<cells>.*)")
_AS_OF = re.compile(r"As of (\d{4}-\d\d-\d\d \d\d:\d\d)\n")
_COUNTER = re.compile(r"#{2,}")
_DATE = re.compile(r"\d{4}-\d\d-\d\d( \d\d:\d\d(:\d\d)?)?")
_NUMBER = re.compile(r"-?\d{1,11}(\.\d+)?(E\+\d+)?")


@dataclass(frozen=True, slots=True)
class DrawnRow:
    """One row: its number in the sheet, its cells as drawn, and the message expected in its margin."""

    row: int
    cells: tuple[str, ...]
    expected: str = ""


@dataclass(frozen=True, slots=True)
class DrawnSheet:
    """One sheet of a drawing; ``file`` is empty where the drawing does not name one."""

    name: str
    headings: tuple[str, ...]
    rows: tuple[DrawnRow, ...]
    file: str = ""
    expected: str = ""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A drawing of one or more sheets, with the text it was made from and the local hour it is looked at, if any."""

    text: str
    sheets: tuple[DrawnSheet, ...]
    as_of: datetime | None = None


def draw(text: str) -> Drawn:
    """Return the drawing in ``text``; ``ValueError`` when a row has more cells than there are headings.

    A line without ``|`` names the next sheet; ``lumeria.xlsx: Products`` names its file too.
    """
    sheets: list[DrawnSheet] = []
    whole = text.strip("\n")
    told = _AS_OF.match(whole)
    for block in re.split(r"\n(?=[^\n|]+\n[^\n]*\|)", "\n" + whole[told.end() if told else 0 :]):
        lines = [line for line in block.splitlines() if line.strip()]
        if lines:
            sheets.append(_sheet(lines))
    return Drawn(whole, tuple(sheets), datetime.fromisoformat(told[1]) if told else None)


def _sheet(lines: list[str]) -> DrawnSheet:
    title, *drawn = lines
    if not drawn:
        raise ValueError(f"no headings under: {title.strip()}")
    file, _, name = title.rpartition(":")
    _, _, headings, margin = _cells(drawn[0])
    while headings and not headings[-1]:
        headings.pop()
    if not all(headings):
        raise ValueError(f"a heading is blank in: {drawn[0]}")
    rows = []
    for line in drawn[1:]:
        first, last, cells, expected = _cells(line)
        if any(cells[len(headings) :]):
            raise ValueError(f"more cells than headings in: {line}")
        cells = cells[: len(headings)]
        rows += [DrawnRow(row, tuple(_counted(cells, row, last - first)), expected) for row in range(first, last + 1)]
    return DrawnSheet(name.strip(), tuple(headings), tuple(rows), file.strip(), margin)


def _counted(cells: list[str], row: int, repeated: int) -> list[str]:
    """Return the cells of one of several rows drawn at once, the row's number in place of ``###``."""
    if not repeated:
        return cells
    return [_COUNTER.sub(lambda found: f"{row:0{len(found[0])}d}", cell) for cell in cells]


def _cells(line: str) -> tuple[int, int, list[str], str]:
    """Return a line's first and last row number, its cells, and what its margin says."""
    row, arrow, margin = line.partition("| <-")
    fits = _ROW.fullmatch(row + "|" if arrow else row)
    if not fits:
        raise ValueError(f"not a row of a drawing: {line}")
    cells = [cell.strip() for cell in fits["cells"].split("|")]
    first = int(fits["row"] or 0)
    return first, int(fits["last"] or first), cells[:-1] if arrow else cells, margin.strip()


def cell_value(drawn: str) -> Drawable:
    """Return what a spreadsheet holds where ``drawn`` stands; errors such as ``#N/A`` stay text with their sign."""
    if drawn.startswith("'"):
        return drawn[1:]
    if _DATE.fullmatch(drawn):
        return datetime.fromisoformat(drawn)
    if _NUMBER.fullmatch(drawn):
        return float(drawn)
    return drawn or None
