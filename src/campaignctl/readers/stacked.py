"""One sheet of a workbook may hold several tables below each other; each is read under its own header."""

from collections.abc import Sequence
from itertools import islice

from campaignctl.domain.forms import Sheet
from campaignctl.domain.observations import Kind
from campaignctl.readers.grid import Grid
from campaignctl.readers.headings import columns_met, known_headings
from campaignctl.readers.left_out import leave_out
from campaignctl.readers.raw import RawSheet, Said
from campaignctl.readers.record import find_fields
from campaignctl.readers.sheets import read_list, read_sheet, record_of

_LEAST_FIELDS = 3  # of a record that stands above a table, without a sheet of its own
_LEAST_HEADINGS = 4  # of a list in a sheet that does not bear its name


def tables_of(grid: Grid, sheet: Sheet, sheets: Sequence[Sheet]) -> list[RawSheet]:
    """Return the tables of a sheet that is ``sheet`` by its name or headings; those below may be any of ``sheets``."""
    raw = read_sheet(grid, sheet)
    if raw is None:
        return []
    if sheet.record:
        return [raw]
    lists = [each for each in sheets if not each.record]
    begins = leave_out(raw, grid, lists)
    if not begins:
        return [raw]
    ends = [*begins[1:], None]
    first = read_list(grid, sheet, within=range(begins[0]))
    below = [_table_at(grid, begin, end, lists) for begin, end in zip(begins, ends, strict=True)]
    tables = [table for table in (first, *below) if table is not None]
    for table in tables:
        leave_out(table, grid, lists)
        table.said += [] if table is first else [_told(table)]
    return tables


def _table_at(grid: Grid, begin: int, end: int | None, lists: Sequence[Sheet]) -> RawSheet | None:
    header = next(row for number, row in enumerate(grid.rows) if number == begin)
    best = max(lists, key=lambda sheet: columns_met(header, known_headings(sheet)))
    return read_list(grid, best, within=range(begin, end if end is not None else 1 << 21))


def _told(table: RawSheet) -> Said:
    words = f"a second table begins in row {table.header_row}; it was read as {table.sheet.name}"
    return Said(Kind.ASSUMED, table.name, words, table.header_row)


def hidden_in(grid: Grid, sheet: Sheet, taken: Sequence[RawSheet]) -> RawSheet | None:
    """Return a table that stands above or below ``taken``, the tables of a sheet already read; None when none does.

    A record may stand above a list, a list below a record; what stands below a list is found with the list.
    """
    lists = [table.header_row for table in taken if not table.sheet.record]
    if sheet.record:
        raw = _record_above(grid, sheet, min(lists, default=0))
    elif lists:
        return None
    else:
        below = max(max(table.lines.values()) for table in taken)
        raw = read_list(grid, sheet, least=_LEAST_HEADINGS, within=range(below, 1 << 21))
    if raw is not None:
        at = raw.header_row or raw.rows[0]
        raw.said.append(Said(Kind.ASSUMED, grid.name, f"the rows from {at} on were read as {sheet.name}", at))
    return raw


def _record_above(grid: Grid, sheet: Sheet, header_row: int) -> RawSheet | None:
    found = find_fields(islice(grid.rows, max(header_row - 1, 0)), sheet, _LEAST_FIELDS)
    return record_of(found, grid, sheet) if found and len(found.values) >= _LEAST_FIELDS else None
