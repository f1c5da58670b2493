"""Which columns a table on a slide has: those of its pattern row for which the document has something to say."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from campaignctl.domain.charts import Chart
from campaignctl.domain.tables import Table
from campaignctl.writers.pptx.directions import TOKEN
from campaignctl.writers.pptx.paragraphs import text_of
from campaignctl.writers.pptx.scene import Scene, drawable

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
SPREAD = "row.*"  # the pattern's cell for all columns that it does not name


@dataclass(frozen=True, slots=True)
class TableColumn:
    """A column of the slide: which column of the pattern it copies, its width and what its cells show."""

    source: int
    width: int
    key: int | None = None  # place of the document's column
    chart: str = ""


@dataclass(frozen=True, slots=True)
class Filling:
    """What the rows of one table are made from; ``place`` names its shape in an error."""

    table: Table
    scene: Scene
    place: str
    columns: tuple[TableColumn, ...] = ()


def columns_of(tbl: Any, pattern: Any, filling: Filling) -> list[TableColumn]:
    """Return the columns to show; those that the document lacks go, and the first one takes their width."""
    widths = [int(column.get("w")) for column in tbl.find(f"{A}tblGrid")]
    wanted = [TOKEN.search(text_of(cell)) for cell in pattern.findall(f"{A}tc")]
    named = {key_of(token[1], filling.table) for token in wanted if token}
    spread = [index for index in range(len(filling.table.columns)) if index not in named]
    shown: list[TableColumn] = []
    for source, (width, token) in enumerate(zip(widths, wanted, strict=True)):
        word = token[1] if token else ""
        shown += (
            _spread(source, width, spread, filling.table) if word == SPREAD else _shown(source, width, word, filling)
        )
    spare = sum(widths) - sum(column.width for column in shown)
    if spare and shown:
        first = shown[0]
        shown[0] = TableColumn(first.source, first.width + spare, first.key, first.chart)
    return shown


def _spread(source: int, width: int, keys: Sequence[int], table: Table) -> list[TableColumn]:
    """Return columns, in the width of one, for the document's columns that the pattern does not name.

    They are equal, or as wide as the document has them to each other.
    """
    shares = [table.columns[key].width or 1.0 for key in keys]
    edges = [round(width * sum(shares[:step]) / sum(shares)) for step in range(len(keys) + 1)] if keys else []
    return [TableColumn(source, edges[number + 1] - edges[number], key) for number, key in enumerate(keys)]


def _shown(source: int, width: int, token: str, filling: Filling) -> list[TableColumn]:
    """Return the one column of a pattern's cell, or none when the document has nothing for it."""
    kind, _, slug = token.partition(":")
    if kind == "chart":
        chart = filling.scene.part(Chart, slug)
        shown = chart is not None and drawable(filling.scene.document, chart)
        return [TableColumn(source, width, chart=slug)] if shown else []
    key = key_of(token, filling.table)
    return [TableColumn(source, width, key)] if key is not None or not token else []


def key_of(token: str, table: Table) -> int | None:
    """Return the place of the column that a token names by its key or its number, counted from 1."""
    word = token.partition(".")[2]
    keys = [column.key for column in table.columns]
    if word in keys:
        return keys.index(word)
    return int(word) - 1 if word.isdigit() and 0 < int(word) <= len(keys) else None


def lay_columns(tbl: Any, columns: Sequence[TableColumn]) -> None:
    """Give a table the columns to show, each of its width."""
    grid = tbl.find(f"{A}tblGrid")
    for old in list(grid):
        grid.remove(old)
    for column in columns:
        grid.append(grid.makeelement(f"{A}gridCol", {"w": str(column.width)}))
