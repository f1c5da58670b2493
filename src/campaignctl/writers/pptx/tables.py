"""A table grows from its pattern row: one copy per row of the document, in the columns that the document has."""

import re
from collections.abc import Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, replace
from functools import partial
from itertools import groupby
from typing import Any

from campaignctl.domain.errors import BadTemplate
from campaignctl.domain.sentences import Ref
from campaignctl.domain.tables import Cell, Mark, Table
from campaignctl.writers.pptx.column_widths import is_numeric, settled
from campaignctl.writers.pptx.directions import Directions
from campaignctl.writers.pptx.fitting import Room, Style, fit
from campaignctl.writers.pptx.heat import shade
from campaignctl.writers.pptx.inert import inert
from campaignctl.writers.pptx.paragraphs import fill_paragraph, text_of
from campaignctl.writers.pptx.row_heights import grow, lay_rows, margins_of
from campaignctl.writers.pptx.row_looks import close_with, headed, is_heading, part_off
from campaignctl.writers.pptx.scene import MARK_GAP, Piece, Scene
from campaignctl.writers.pptx.table_columns import A, Filling, TableColumn, columns_of, key_of, lay_columns

EMU_POINT = 12700
SIGNS = "▲▼●■✓~–"
_IN_ROW = re.compile(r"\{\{\s*(first|row|chart|total|head)[.:]")


@dataclass(frozen=True, slots=True)
class Grid:
    """Where the rows of a filled table lie (EMU): charts that belong to rows are laid over them.

    ``first`` is the height of the first row, ``row`` that of all others. ``count`` includes the total; ``places`` gives
    left and width of each column that a chart stands in.
    """

    top: int
    first: int
    row: int
    count: int
    rows: range
    total: bool
    places: Mapping[str, tuple[int, int]]


def fill_table(shape: Any, table: Table, scene: Scene, wants: Directions, place: str) -> Grid:
    """Fill a table shape with the rows that stand on this slide; return where they lie.

    ``place`` names slide and shape in the ``BadTemplate`` raised when the pattern row is missing.
    """
    tbl = shape.table._tbl  # noqa: SLF001 (python-pptx can neither add nor remove rows)
    heads, lead, pattern, sum_row = _patterns(tbl, place)
    filling = Filling(table, scene, place)
    filling = replace(filling, columns=tuple(columns_of(tbl, pattern, filling)))
    for row in tbl.findall(f"{A}tr"):
        tbl.remove(row)
    rows = scene.rows(table.slug)
    made = [_row(head, filling, None) for head in heads]
    made += [_row(lead if index == 0 and lead is not None else pattern, filling, index) for index in rows]
    for at, index in enumerate(rows, start=len(heads)):
        if index and is_heading(table, index):
            part_off(made[at - 1], made[at])
    total = table.total is not None and sum_row is not None and rows.stop == len(table.rows)
    if total:
        made.append(_row(sum_row, filling, len(table.rows)))
        close_with(made[-2], made[-1])
    tbl.extend(made)
    if not table.heat:  # the columns of a heat table stay alike
        filling = replace(filling, columns=_settled(made, filling.columns))
    lay_columns(tbl, filling.columns)
    height = lay_rows(shape, made, len(heads), wants, is_led=lead is not None and rows.start == 0 < rows.stop)
    _merge(made[len(heads) :], [at for at, column in enumerate(filling.columns) if _is(column, wants.merge, table)])
    if not any(column.chart for column in filling.columns):
        grow(shape, made[len(heads) :], filling.columns, wants)
    _fit(made, [column.width for column in filling.columns], scene)
    top = int(shape.top) + sum(int(row.get("h")) for row in made[: len(heads)])
    places = _places(shape, filling.columns, made[len(heads)])
    return Grid(top, int(made[len(heads)].get("h")), height, len(made) - len(heads), rows, total, places)


def _patterns(tbl: Any, place: str) -> tuple[list[Any], Any, Any, Any]:
    """Return the header rows, the pattern of the first row alone, the pattern row and the pattern of the total.

    Those of the first row and of the total may not be there.
    """
    heads: list[Any] = []
    lead = pattern = total = None
    for row in tbl.findall(f"{A}tr"):
        kinds = set(_IN_ROW.findall(text_of(row)))
        if pattern is None and "first" in kinds:
            lead = row
        elif pattern is None and kinds & {"row", "chart"}:
            pattern = row
        elif pattern is None:
            heads.append(row)
        elif "total" in kinds:
            total = row
    if pattern is None:
        raise BadTemplate(
            f"{place} has no pattern row: none of its cells holds {{{{ row.<column> }}}}.",
            "Give the table one row with {{ row.<column> }} in its cells, below the header.",
        )
    return heads, lead, pattern, total


def _settled(rows: Sequence[Any], columns: Sequence[TableColumn]) -> tuple[TableColumn, ...]:
    """Return the columns with the widths at which their numbers stand on one line, as far as there is room."""
    margins = [sum(margins_of(cell)[:2]) for cell in rows[-1].findall(f"{A}tc")]
    charts = {at for at, column in enumerate(columns) if column.chart}
    widths = settled(rows, [column.width for column in columns], margins, charts)
    return tuple(replace(column, width=width) for column, width in zip(columns, widths, strict=True))


def _row(source: Any, filling: Filling, index: int | None) -> Any:
    """Return a copy of a pattern row with its words; ``index`` is None for a header."""
    row = source.makeelement(source.tag, dict(source.attrib))
    cells = source.findall(f"{A}tc")
    for column in filling.columns:
        cell = deepcopy(cells[column.source])
        words = partial(_words, column=column, filling=filling, index=index)
        for paragraph in cell.iter(f"{A}p"):
            fill_paragraph(paragraph, words, filling.place)
        step = _heat(column, filling.table, index)
        if step is not None and filling.scene.shades:
            shade(cell, filling.scene.shades[step])
        row.append(cell)
    return headed(row) if index is not None and is_heading(filling.table, index) else row


def _heat(column: TableColumn, table: Table, index: int | None) -> int | None:
    if index is None or column.key is None:
        return None
    return table.heat.get((index, table.columns[column.key].key))


def _words(token: str, column: TableColumn, filling: Filling, index: int | None) -> Sequence[Piece] | None:
    kind, _, word = token.partition(".")
    if token.startswith("chart:"):
        return []
    if kind not in {"first", "row", "total", "head"}:
        return filling.scene.pieces(token)
    table = filling.table
    key = column.key if word == "*" else key_of(token, table)
    if key is None:  # a header over a chart names a column that is not shown itself
        return [] if column.chart else None
    if kind == "head" or index is None:
        return [Piece(inert(table.columns[key].title))]
    cells = table.rows[index] if index < len(table.rows) else table.total or ()
    place = (index, table.columns[key].key)
    if table.heat and key and place not in table.heat and isinstance(cells[key], str):
        return [Piece(inert(str(cells[key])), "tx2", small=True)]
    return _cell(cells[key], table.marks.get(place), filling.scene, is_shaded=bool(table.heat and key))


def _cell(cell: Cell, mark: Mark | None, scene: Scene, *, is_shaded: bool = False) -> list[Piece]:
    """Return what a cell shows: a sign small and coloured, behind a shaded value what it counts small in brackets."""
    figure = cell.id if isinstance(cell, Ref) else ""
    words = inert(scene.document.cell_words(cell))
    if mark is not None and words[:1] in SIGNS and words[1:2] == " ":  # it brings its own sign
        return [Piece(words[0] + MARK_GAP, scene.colours[mark], small=True), Piece(words[2:])]
    if is_shaded and words.endswith(")") and " (" in words:
        value, _, count = words.partition(" (")
        return [Piece(f"{value} "), Piece(f"({count}", "tx1", small=True)]
    marks = scene.mark(mark, figure) if cell is not None else []
    return [*marks, Piece(words)]


def _is(column: TableColumn, key: str, table: Table) -> bool:
    return column.key is not None and table.columns[column.key].key == key


def _merge(rows: Sequence[Any], columns: Sequence[int]) -> None:
    """Make one cell of those in a column that stand above each other and say the same."""
    for at in columns:
        cells = [row.findall(f"{A}tc")[at] for row in rows]
        for words, run in groupby(cells, key=text_of):
            first, *rest = run
            if rest and words:
                first.set("rowSpan", str(1 + len(rest)))
                for cell in rest:
                    cell.set("vMerge", "1")


def _fit(rows: Sequence[Any], widths: Sequence[int], scene: Scene) -> None:
    """Make all texts fit; a cell that spans others has their room too, and those have nothing to show."""
    heights = [int(row.get("h")) for row in rows]
    for number, row in enumerate(rows):
        for at, cell in enumerate(row.findall(f"{A}tc")):
            if cell.get("vMerge") or cell.get("hMerge"):
                continue
            width = sum(widths[at : at + int(cell.get("gridSpan", 1))])
            height = sum(heights[number : number + int(cell.get("rowSpan", 1))])
            left, right, top, bottom = margins_of(cell)
            paragraphs = list(cell.iter(f"{A}p"))
            text = text_of(cell)
            room = Room(
                (width - left - right) / EMU_POINT, (height - top - bottom) / EMU_POINT, cut=not is_numeric(text)
            )
            full = fit(paragraphs, Style(), room)
            if full:
                scene.in_full.append(full)


def _places(shape: Any, columns: Sequence[TableColumn], row: Any) -> dict[str, tuple[int, int]]:
    places = {}
    left = int(shape.left)
    for column, cell in zip(columns, row.findall(f"{A}tc"), strict=True):
        before, after, *_ = margins_of(cell)
        if column.chart:
            places[column.chart] = (left + before, column.width - before - after)
        left += column.width
    return places
