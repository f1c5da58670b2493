"""Every export becomes a table of text on disk before it is typed: a clean CSV file as it is, anything else rewritten.

A CSV file's rows are numbered by its records: a cell with line breaks inside quotes is one row, as in Excel. Wholly
blank lines between the records of a clean file are not counted.
"""

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import islice
from pathlib import Path
from typing import Any

from python_calamine import CalamineError, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from campaignctl.domain.observations import Kind, Observation, Place
from campaignctl.readers.exports.recognise import Match
from campaignctl.readers.sniff import SAMPLE, Text, Unfit

LOOKED_AT = 60  # rows of a sheet that are looked at before it is read
MOST_NAMED = 200  # rows left out that are named one by one

CellText = Callable[[Any, int], str]
"""How a cell of a workbook is written as text, given the position of its column."""


@dataclass(frozen=True, slots=True)
class Source:
    """A table of text: ``path`` in UTF-8, ``width`` cells a row, the first ``skip`` records left out."""

    path: Path
    delimiter: str
    width: int
    skip: int = 0


@dataclass(frozen=True, slots=True)
class Sheet:
    """The first rows of a sheet (of a text file: its only one, without a name), and how to get at all of them."""

    name: str
    head: tuple[tuple[str, ...], ...]
    rows: Callable[[CellText], Iterator[Sequence[str]]]
    lines: tuple[int, ...] = ()  # of a text file: the line on which each row of ``head`` ends


def text_sheet(path: Path, text: Text) -> Sheet:
    """Return a text file as a sheet; only its first 256 KB are read now."""
    with path.open(encoding=text.encoding, errors="replace", newline="") as file:
        sample = io.StringIO(file.read(SAMPLE), newline="")
    reader = csv.reader(_without_nul(sample), delimiter=text.delimiter)
    head, lines = [], []
    with suppress(csv.Error):  # met again, and told, when all of it is read
        for row, _ in zip(reader, range(LOOKED_AT), strict=False):
            head.append(tuple(row))
            lines.append(reader.line_num)
    if head:
        head[0] = tuple(cell.removeprefix("\ufeff") for cell in head[0])
    return Sheet("", tuple(head), lambda _: _text_rows(path, text), tuple(lines))


def _text_rows(path: Path, text: Text) -> Iterator[Sequence[str]]:
    with path.open(encoding=text.encoding, errors="replace", newline="") as file:
        ending = _Ending()
        reader = csv.reader(ending.watched(_without_nul(file)), delimiter=text.delimiter)
        before = 0
        try:
            for row in reader:
                lines, before = reader.line_num - before, reader.line_num
                row = row if ending.is_whole else _Cut(row)  # noqa: PLW2901 - the row as it was left
                yield _Broken(row, lines) if lines > 1 else row
        except csv.Error as error:
            raise csv.Error(f"after line {before:,}: {error}; is a quote not closed?") from error


class _Broken(list[str]):
    """A row that runs over several lines."""

    def __init__(self, cells: Iterable[str], lines: int) -> None:
        super().__init__(cells)
        self.lines = lines


class _Cut(list[str]):
    """The last row of a file that ends without a line end."""


class _Ending:
    """Whether the line read last has an end."""

    def __init__(self) -> None:
        self.is_whole = True

    def watched(self, lines: Iterable[str]) -> Iterator[str]:
        for line in lines:
            self.is_whole = line.endswith(("\n", "\r"))
            yield line


def _without_nul(lines: Iterable[str]) -> Iterator[str]:
    return (line.replace("\x00", "") for line in lines)


def can_be_read_as_is(sheet: Sheet, text: Text, skip: int) -> bool:
    """Whether a file needs no rewriting: it is UTF-8 already, and no cell above the data runs over several lines."""
    return text.encoding in ("utf-8", "utf-8-sig") and sheet.lines[:skip] == tuple(range(1, skip + 1))


def workbook_sheets(path: Path) -> tuple[Sheet, ...] | Unfit:
    """Return the visible sheets of a workbook that passed the pre-flight, whatever its file is called."""
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(path.read_bytes()))
        return tuple(
            _worksheet(book, about.name)
            for about in book.sheets_metadata
            if about.typ == SheetTypeEnum.WorkSheet and about.visible == SheetVisibleEnum.Visible
        )
    except (CalamineError, OSError) as error:
        return Unfit(f"cannot be read as a workbook ({error})")
    except BaseException as error:
        if type(error).__name__ != "PanicException":  # how the parser's native code fails; it has no importable name
            raise
        return Unfit(f"cannot be read as a workbook ({error})")


def _worksheet(book: CalamineWorkbook, name: str) -> Sheet:
    sheet = book.get_sheet_by_name(name)
    left = ("",) * (sheet.start[1] if sheet.start else 0)

    def rows(text: CellText) -> Iterator[Sequence[str]]:
        for row in sheet.iter_rows() if sheet.start else ():
            yield [*left, *(text(cell, len(left) + position) for position, cell in enumerate(row))]

    head = tuple(tuple(row) for row, _ in zip(rows(plain), range(LOOKED_AT), strict=False))
    return Sheet(name, head, rows)


def plain(cell: Any, position: int = 0) -> str:  # noqa: ARG001 - one of the ways to write a cell
    """Return a cell of a workbook as text: numbers with the 15 digits Excel keeps, times in ISO order."""
    match cell:
        case str():
            return cell
        case bool():
            return "TRUE" if cell else "FALSE"
        case int() | float():
            return str(int(cell)) if float(cell).is_integer() and abs(cell) < 1e15 else f"{cell:.15g}"
        case datetime():
            return cell.isoformat(sep=" ", timespec="milliseconds" if cell.microsecond else "seconds")
        case date():
            return f"{cell.isoformat()} 00:00:00"
        case time():
            return cell.isoformat("seconds")
        case timedelta():
            return clock(cell)
        case _:
            return "" if cell is None else str(cell)


def clock(span: timedelta) -> str:
    """Return a span as ``h:mm:ss``, hours beyond a day included."""
    seconds = round(span.total_seconds())
    return f"{seconds // 3600}:{seconds // 60 % 60:02}:{seconds % 60:02}"


def rewritten(sheet: Sheet, match: Match, text: CellText, out: Path, place: Place) -> tuple[Source, list[Observation]]:
    """Write the data rows of a sheet to ``out``, each as wide as the header, and return it with the rows left out.

    A row with more cells than the header has would put every cell in the wrong column: it is left out and named.
    ``csv.Error`` and ``OSError`` when the file cannot be read to its end.
    """
    odd: list[Observation] = []
    lost, width = 0, len(match.header)
    with out.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        for number, row in enumerate(islice(sheet.rows(text), match.data_at, None), start=match.data_at + 1):
            why = _misfit(row, width)
            lost += bool(why)
            if why and lost <= MOST_NAMED:
                odd.append(Observation(Kind.UNREADABLE, Place(place.file, place.sheet, number), f"Row {number}", why))
            cells = [] if why else list(row[:width])
            writer.writerow([*cells, *[""] * (width - len(cells))])
    if lost > MOST_NAMED:
        odd.append(Observation(Kind.UNREADABLE, place, f"{lost:,} rows", "in all were left out"))
    return Source(out, ",", width), odd


def _misfit(row: Sequence[str], width: int) -> str:
    if any(cell.strip() for cell in row[width:]):
        return f"has {len(row)} cells under {width} headers and was left out; is a quote missing?"
    if isinstance(row, _Broken) and len(row) < width:
        return f"runs over {row.lines:,} lines, which were left out; a quote is not closed"
    if isinstance(row, _Cut) and len(row) < width and any(cell.strip() for cell in row):
        cells = "1 cell" if len(row) == 1 else f"{len(row)} cells"
        return f"has {cells} under {width} headers and no line end, and was left out; the file was cut off there"
    return ""
