"""A sheet that people filled is recognised by its headings and read into columns of cells, row numbers kept."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain, compress, islice, zip_longest
from typing import Any

from campaignctl.domain.forms import Column, Sheet
from campaignctl.domain.returns import is_column_heading
from campaignctl.readers.cells import clean
from campaignctl.readers.grid import Grid
from campaignctl.readers.guides import hints_and_examples
from campaignctl.readers.headings import column_of, columns_met, known_headings

_HEADER_WITHIN = 40  # rows
_WITHIN_COLUMNS = 300  # of a header row
_RECORD = (400, 60)  # rows and columns among which a record sheet's fields stand
_BATCH = 256  # rows turned into columns at once; more would outlive the processor's cache
_FEW_WORDS = 200  # distinct texts of a column up to which equal ones are kept as one


@dataclass(slots=True)
class RawSheet:
    """What stands in a sheet, by the keys of its declaration, before typing.

    ``columns`` gives the position (0 = A) of each key found; ``lines`` the row of each field of a record sheet.
    ``cells`` holds one list per key; ``rows`` the row number of each entry; ``examples`` the cells, by key, of rows
    marked as the example.
    """

    name: str
    sheet: Sheet
    header_row: int = 0
    columns: dict[str, int] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)
    cells: dict[str, list[Any]] = field(default_factory=dict)
    rows: list[int] = field(default_factory=list)
    extras: dict[str, int] = field(default_factory=dict)  # heading nobody declared -> position
    doubles: dict[str, int] = field(default_factory=dict)  # heading met a second time -> position (of a record: row)
    examples: dict[int, dict[str, Any]] = field(default_factory=dict)
    untouched: list[int] = field(default_factory=list)  # rows filled in beforehand in which nobody wrote
    added: dict[str, list[Any]] = field(default_factory=dict)  # cells under the headings of ``extras``, row by row

    def holds_row(self, row: int) -> bool:
        """Whether a row of the sheet was read as an entry."""
        at = bisect_left(self.rows, row)
        return at < len(self.rows) and self.rows[at] == row


def read_sheet(grid: Grid, sheet: Sheet) -> RawSheet | None:
    """Return the cells of ``grid`` by the keys of ``sheet``, or None when no row looks like its headings."""
    return _record(grid, sheet) if sheet.record else _list(grid, sheet)


def _list(grid: Grid, sheet: Sheet) -> RawSheet | None:
    rows = iter(grid.rows)
    head = list(islice(rows, _HEADER_WITHIN))
    names = known_headings(sheet)
    hits = [columns_met(row[:_WITHIN_COLUMNS], names) for row in head]
    if not hits or max(hits) < min(2, len(sheet.columns)):
        return None
    at = hits.index(max(hits))
    raw = RawSheet(grid.name, sheet, header_row=at + 1)
    _place_headings(raw, head[at][:_WITHIN_COLUMNS], names, grid.left)
    _fill(raw, chain(head[at + 1 :], rows), grid.left)
    return raw


def _place_headings(raw: RawSheet, row: Sequence[Any], names: Mapping[str, Column], left: int) -> None:
    for position, cell in enumerate(row, start=left):
        text = clean(str(cell))
        if not text:
            continue
        column = column_of(cell, names)
        if column is None:
            if not is_column_heading(text):  # there an earlier return put its findings
                raw.extras[text] = position
        elif column.key in raw.columns:
            raw.doubles[text] = position
        else:
            raw.columns[column.key] = position


def _fill(raw: RawSheet, rows: Iterator[list[Any]], left: int) -> None:
    """Read the rows below the header batch by batch, each batch turned into columns at once."""
    at = {key: position - left for key, position in raw.columns.items()}
    raw.cells = {column.key: [] for column in raw.sheet.columns if column.is_input and column.key in at}
    beside = {text: position - left for text, position in raw.extras.items()}
    raw.added = {text: [] for text in beside}
    entering = [key for key in raw.sheet.entered_by if key in raw.cells] or list(raw.cells)
    words: dict[str, dict[str, str] | None] = {key: {} for key in raw.cells}
    first = raw.header_row + 1
    while batch := list(islice(rows, _BATCH)):
        columns = _turned(batch, 1 + max(*at.values(), *beside.values(), 0))
        hints, examples = hints_and_examples(raw.sheet, columns, at, below_header=first == raw.header_row + 1)
        for row in examples:
            raw.examples[first + row] = {key: columns[at[key]][row] for key in raw.cells}
        keep = _filled([columns[at[key]] for key in entering], len(batch))
        for row in hints | examples:
            keep[row] = False
        whole = all(keep)
        if not whole and len(entering) < len(raw.cells):
            filled = _filled([columns[at[key]] for key in raw.cells], len(batch))
            others = hints | examples
            raw.untouched += [
                first + place for place, any_ in enumerate(filled) if any_ and not keep[place] and place not in others
            ]
        for key in raw.cells:
            cells: Iterable[Any] = columns[at[key]]
            met = words[key]
            if met is not None:
                cells, words[key] = _shared(columns[at[key]], met)
            raw.cells[key] += cells if whole else compress(cells, keep)
        for text, position in beside.items():
            raw.added[text] += columns[position] if whole else compress(columns[position], keep)
        raw.rows += range(first, first + len(batch)) if whole else compress(range(first, first + len(batch)), keep)
        first += len(batch)


def _shared(cells: Sequence[Any], words: dict[str, str]) -> tuple[Iterable[Any], dict[str, str] | None]:
    """Return cells with equal words as one and the same object: less memory, faster reading.

    ``words`` are those met so far; None comes back for them once the column turns out to hold many, or no words.
    """
    if len(words) > _FEW_WORDS or set(map(type, cells)) != {str}:
        return cells, None
    return map(words.setdefault, cells, cells), words


def _turned(batch: Sequence[list[Any]], width: int) -> list[tuple[Any, ...]]:
    """Return rows as columns, at least ``width`` of them; short rows end in blanks."""
    same = len(set(map(len, batch))) == 1
    columns = list(zip(*batch, strict=True) if same else zip_longest(*batch, fillvalue=""))
    return columns + [("",) * len(batch)] * (width - len(columns))


def _filled(columns: Sequence[Sequence[Any]], length: int) -> list[bool]:
    """Return which rows hold anything in ``columns``."""
    keep = [False] * length
    undecided: Sequence[int] = range(length)
    for column in columns:
        blank = {cell for cell in set(column) if cell == "" or (type(cell) is str and cell.isspace())}
        if not blank and len(undecided) == length:
            return [True] * length
        for row in undecided:
            keep[row] = column[row] not in blank
        undecided = [row for row in undecided if not keep[row]]
        if not undecided:
            break
    return keep


def _record(grid: Grid, sheet: Sheet) -> RawSheet | None:
    most_rows, most_columns = _RECORD
    rows = [row[:most_columns] for row in islice(grid.rows, most_rows)]
    width = max(map(len, rows), default=0) + 1
    rows = [row + [""] * (width - len(row)) for row in rows]
    names = known_headings(sheet)
    fields = [[column_of(row[position], names) for row in rows] for position in range(width)]
    hits = [sum(column is not None for column in found) for found in fields]
    if max(hits) < 2:
        return None
    label = hits.index(max(hits))
    raw = RawSheet(grid.name, sheet)
    for number, (row, column) in enumerate(zip(rows, fields[label], strict=True), start=1):
        if column is None:
            continue
        if column.key in raw.lines:
            raw.doubles[clean(str(row[label]))] = number
            continue
        raw.lines[column.key] = number
        raw.columns[column.key] = grid.left + label + 1
        if column.is_input:
            raw.cells[column.key] = [row[label + 1]]
    raw.rows = [min(raw.lines.values())]
    return raw
