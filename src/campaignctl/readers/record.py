"""The fields of a record sheet: labels one below the other with values beside them, or side by side above them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from campaignctl.domain.forms import Column, Sheet
from campaignctl.readers.cells import clean
from campaignctl.readers.headings import column_of, known_headings

_WITHIN = (400, 60)  # rows and columns among which the fields stand
_LEAST_SIDE_BY_SIDE = 4  # labels in one row that make it the row of labels
_BELOW = 20  # rows below a row of labels in which its values stand


@dataclass(slots=True)
class Fields:
    """Where each field's value stands (row and position, from 0) and what it is; labels met again by their row."""

    values: dict[str, tuple[int, int]] = field(default_factory=dict)
    cells: dict[str, Any] = field(default_factory=dict)
    doubles: dict[str, int] = field(default_factory=dict)
    assumed: list[str] = field(default_factory=list)


def find_fields(rows: Iterable[Sequence[Any]], sheet: Sheet, least: int = 2) -> Fields | None:
    """Return the fields of ``sheet`` among the first rows, or None when fewer than ``least`` labels are known."""
    most_rows, most_columns = _WITHIN
    table = [list(row[:most_columns]) for row in islice(rows, most_rows)]
    width = max(map(len, table), default=0) + 1
    table = [row + [""] * (width - len(row)) for row in table]
    names = known_headings(sheet)
    labels = [[column_of(cell, names) for cell in row] for row in table]
    down = [_different(row[position] for row in labels) for position in range(width)]
    across = [_different(row) for row in labels]
    if max(across, default=0) > max(down) and max(across) >= _LEAST_SIDE_BY_SIDE:
        return _side_by_side(table, labels, across.index(max(across)))
    return _below_each_other(table, labels, down.index(max(down))) if max(down) >= least else None


def _different(columns: Iterable[Column | None]) -> int:
    return len({column.key for column in columns if column is not None})


def _below_each_other(table: Sequence[Sequence[Any]], labels: Sequence[Sequence[Column | None]], at: int) -> Fields:
    found = Fields()
    for number, (row, known) in enumerate(zip(table, labels, strict=True)):
        column = known[at]
        if column is None:
            continue
        if column.key in found.values:
            found.doubles[clean(str(row[at]))] = number
            continue
        found.values[column.key] = (number, at + 1)
        if column.is_input:
            found.cells[column.key] = row[at + 1]
    return found


def _side_by_side(table: Sequence[Sequence[Any]], labels: Sequence[Sequence[Column | None]], at: int) -> Fields | None:
    """Return the fields whose labels stand in one row; None when several rows below are filled, as of many shops."""
    below = [
        number
        for number in range(at + 1, min(at + 1 + _BELOW, len(table)))
        if any(_filled(cell) for cell in table[number])
    ]
    if len(below) != 1:
        return None
    found = Fields(assumed=["its fields stand side by side instead of one below the other; they were read so"])
    for position, column in enumerate(labels[at]):
        if column is not None and column.key not in found.values:
            found.values[column.key] = (below[0], position)
            if column.is_input:
                found.cells[column.key] = table[below[0]][position]
    return found


def _filled(cell: Any) -> bool:
    return not isinstance(cell, str) or bool(cell.strip())
