"""A sheet that people filled is recognised by its headings and read into columns of cells, row numbers kept."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, compress, islice, zip_longest
from typing import Any

from campaignctl.domain.forms import Sheet
from campaignctl.domain.observations import Kind
from campaignctl.readers.grid import Grid
from campaignctl.readers.guides import hints_and_examples
from campaignctl.readers.header import find_header
from campaignctl.readers.raw import RawSheet, Said
from campaignctl.readers.record import Fields, find_fields
from campaignctl.readers.settled import place_headings, pseudo_key, settle

_HEADER_WITHIN, _HEADER_AT_LAST = 40, 400  # rows: where a header mostly is, and where it is looked for when it is not
_BATCH = 256  # rows turned into columns at once; more would outlive the processor's cache
_FEW_WORDS = 200  # distinct texts of a column up to which equal ones are kept as one


def read_sheet(grid: Grid, sheet: Sheet) -> RawSheet | None:
    """Return the cells of ``grid`` by the keys of ``sheet``, or None when no row looks like its headings."""
    return _record(grid, sheet) if sheet.record else read_list(grid, sheet)


def read_list(grid: Grid, sheet: Sheet, least: int = 2, within: range | None = None) -> RawSheet | None:
    """Return the list in ``grid`` whose header knows at least ``least`` headings; ``within`` are its rows from 0."""
    above = within.start if within else 0
    rows = islice(grid.rows, above, within.stop if within else None)
    head = list(islice(rows, _HEADER_WITHIN))
    header = find_header(head, sheet, min(least, len(sheet.columns)))
    if header is None:
        head += islice(rows, _HEADER_AT_LAST - _HEADER_WITHIN)
        header = find_header(head, sheet, min(least, len(sheet.columns)))
    if header is None:
        return None
    raw = RawSheet(grid.name, sheet, header_row=above + header.row + 1, text=grid.text)
    place_headings(raw, header, grid.left)
    at = {key: position - grid.left for key, position in raw.columns.items()}
    at |= {pseudo_key(named): named.position - grid.left for named in raw.contested}
    _fill(raw, chain(head[header.last + 1 :], rows), at, grid.left, above + header.last + 2)
    settle(raw)
    return raw


def _fill(raw: RawSheet, rows: Iterator[list[Any]], at: Mapping[str, int], left: int, first: int) -> None:
    """Read the rows below the header, from row ``first`` on, batch by batch; each is turned into columns at once."""
    computed = {column.key for column in raw.sheet.columns if not column.is_input}
    raw.cells = {key: [] for key in at if key not in computed}
    beside = {text: position - left for text, position in raw.extras.items()}
    raw.added = {text: [] for text in beside}
    raw.compared = {column.key: [] for column in raw.sheet.columns if column.compared and column.key in at}
    entering = _entering(raw)
    words: dict[str, dict[str, str] | None] = {key: {} for key in raw.cells}
    below = first
    while batch := list(islice(rows, _BATCH)):
        columns = _turned(batch, 1 + max(*at.values(), *beside.values(), 0))
        hints, examples = hints_and_examples(raw.sheet, columns, at, below_header=first == below)
        for row in examples:
            raw.examples[first + row] = {key: columns[at[key]][row] for key in raw.cells}
        keep = _filled([columns[at[key]] for key in entering], len(batch))
        for row in hints | examples:
            keep[row] = False
        whole = all(keep)
        if not whole and len(entering) < len(raw.cells):
            filled = _filled([columns[at[key]] for key in raw.cells], len(batch))
            others = hints | examples
            for place, any_ in enumerate(filled):
                if any_ and not keep[place] and place not in others:
                    _note_untouched(raw, first + place, [columns[at[key]][place] for key in raw.cells])
        for key in raw.cells:
            cells: Iterable[Any] = columns[at[key]]
            met = words[key]
            if met is not None:
                cells, words[key] = _shared(columns[at[key]], met)
            raw.cells[key] += cells if whole else compress(cells, keep)
        for text, position in beside.items():
            raw.added[text] += columns[position] if whole else compress(columns[position], keep)
        raw.keep_compared({key: columns[at[key]] for key in raw.compared}, keep)
        raw.rows += range(first, first + len(batch)) if whole else compress(range(first, first + len(batch)), keep)
        first += len(batch)


def _entering(raw: RawSheet) -> list[str]:
    """Return the columns by which a row becomes an entry: whose shop a row is makes none of it."""
    keys = [key for key in raw.sheet.entered_by if key in raw.cells]
    in_form = [column.key for column in raw.sheet.columns if column.in_form and column.key in raw.cells]
    return keys or in_form or list(raw.cells)


def _note_untouched(raw: RawSheet, row: int, cells: Sequence[Any]) -> None:
    """Note a row in which nobody wrote what makes it an entry; a text that stands alone in it may be a remark."""
    filled = [(raw.columns[key], cell) for key, cell in zip(raw.cells, cells, strict=True) if cell != ""]
    if len(filled) == 1 and isinstance(filled[0][1], str):
        raw.alone[row] = filled[0]
    raw.untouched.append(row)


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
    found = find_fields(grid.rows, sheet)
    return None if found is None else record_of(found, grid, sheet)


def record_of(found: Fields, grid: Grid, sheet: Sheet) -> RawSheet:
    """Return the fields of a record sheet as one entry."""
    raw = RawSheet(grid.name, sheet, text=grid.text)
    for key, (row, position) in found.values.items():
        raw.lines[key] = row + 1
        raw.columns[key] = grid.left + position
    raw.cells = {key: [cell] for key, cell in found.cells.items()}
    raw.doubles = {text: row + 1 for text, row in found.doubles.items()}
    raw.rows = [min(raw.lines.values())]
    raw.said += [Said(Kind.ASSUMED, grid.name, words, raw.rows[0]) for words in found.assumed]
    return raw
