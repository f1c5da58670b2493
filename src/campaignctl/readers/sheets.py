"""A sheet that people filled is recognised by its headings and read into columns of cells, row numbers kept."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain, islice
from typing import Any

from campaignctl.domain.forms import Column, Sheet
from campaignctl.readers.cells import folded
from campaignctl.readers.grid import Grid

_HEADER_WITHIN = 40
_BATCH = 20_000
_HINT_MARKS = frozenset({"hint", "hinweis", "提示"})
_EXAMPLE_MARKS = frozenset({"e g", "eg", "example", "ejemplo", "例"})


@dataclass(slots=True)
class RawSheet:
    """What stands in a sheet, by the keys of its declaration, before typing.

    ``columns`` gives the position (0 = A) of each key found; ``lines`` the row of each field of a record sheet.
    ``cells`` holds one list per key; ``rows`` the row number of each entry.
    """

    name: str
    sheet: Sheet
    header_row: int = 0
    columns: dict[str, int] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)
    cells: dict[str, list[Any]] = field(default_factory=dict)
    rows: list[int] = field(default_factory=list)
    extras: dict[str, int] = field(default_factory=dict)  # heading nobody declared -> position
    doubles: dict[str, int] = field(default_factory=dict)  # heading met a second time -> position
    examples: dict[int, list[Any]] = field(default_factory=dict)  # rows marked as example -> their cells


def heading(text: Any) -> str:
    """Return a heading as it is compared: first line, without brackets, marks, case and accents."""
    first = str(text).strip().split("\n")[0]
    return folded(re.sub(r"[(（\[].*?[)）\]]|\*", " ", first))


def known_headings(sheet: Sheet) -> dict[str, Column]:
    """Return the columns of a sheet by every heading they are known under."""
    names: dict[str, Column] = {}
    for column in sheet.columns:
        for name in (column.name, *column.aliases):
            names.setdefault(heading(name), column)
    return names


def read_sheet(grid: Grid, sheet: Sheet) -> RawSheet | None:
    """Return the cells of ``grid`` by the keys of ``sheet``, or None when no row looks like its headings."""
    return _record(grid, sheet) if sheet.record else _list(grid, sheet)


def _list(grid: Grid, sheet: Sheet) -> RawSheet | None:
    rows = iter(grid.rows)
    head = list(islice(rows, _HEADER_WITHIN))
    names = known_headings(sheet)
    hits = [len({names[h].key for cell in row if cell != "" and (h := heading(cell)) in names}) for row in head]
    if not hits or max(hits) < min(2, len(sheet.columns)):
        return None
    at = hits.index(max(hits))
    raw = RawSheet(grid.name, sheet, header_row=at + 1)
    _place_headings(raw, head[at], names)
    _fill(raw, chain(head[at + 1 :], rows), first=at + 2)
    return raw


def _place_headings(raw: RawSheet, row: Sequence[Any], names: dict[str, Column]) -> None:
    for position, cell in enumerate(row):
        if cell == "":
            continue
        column = names.get(heading(cell))
        if column is None:
            raw.extras[str(cell)] = position
        elif column.key in raw.columns:
            raw.doubles[str(cell)] = position
        else:
            raw.columns[column.key] = position


def _fill(raw: RawSheet, rows: Iterator[list[Any]], first: int) -> None:
    inputs = {c.key: raw.columns[c.key] for c in raw.sheet.columns if c.is_input and c.key in raw.columns}
    positions = list(inputs.values())
    marks = min(raw.columns.values())
    kept: list[list[Any]] = [[] for _ in inputs]
    number = first
    while batch := list(islice(rows, _BATCH)):
        numbered = []
        for row in batch:
            if any(row[position] != "" for position in positions) and not _marked(raw, row[:marks], number, row):
                numbered.append((number, row))
            number += 1
        raw.rows += [n for n, _ in numbered]
        for values, position in zip(kept, positions, strict=True):
            values += [row[position] for _, row in numbered]
    raw.cells = dict(zip(inputs, kept, strict=True))


def _marked(raw: RawSheet, before: Sequence[Any], number: int, row: list[Any]) -> bool:
    for cell in before:
        if cell != "":
            mark = folded(str(cell))
            if mark in _EXAMPLE_MARKS:
                raw.examples[number] = row
                return True
            if mark in _HINT_MARKS:
                return True
    return False


def _record(grid: Grid, sheet: Sheet) -> RawSheet | None:
    rows = list(islice(grid.rows, 400))
    names = known_headings(sheet)
    width = max((len(row) for row in rows), default=0) + 1
    rows = [row + [""] * (width - len(row)) for row in rows]
    hits = [sum(heading(row[c]) in names for row in rows if row[c] != "") for c in range(width)]
    if not hits or max(hits) < 2:
        return None
    label = hits.index(max(hits))
    raw = RawSheet(grid.name, sheet, rows=[0])
    for number, row in enumerate(rows, start=1):
        column = names.get(heading(row[label])) if row[label] != "" else None
        if column is None:
            continue
        if column.key in raw.lines:
            raw.doubles[str(row[label])] = number
            continue
        raw.lines[column.key] = number
        raw.columns[column.key] = label + 1
        if column.is_input:
            raw.cells[column.key] = [row[label + 1]]
    raw.rows = [min(raw.lines.values())]
    return raw
