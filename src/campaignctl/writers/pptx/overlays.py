"""Bars that stand in the rows of a table: the chart takes the rows' place and height, so bar and row agree."""

from collections.abc import Mapping, Sequence
from typing import Any

from pptx.util import Emu

from campaignctl.domain.charts import Chart
from campaignctl.domain.document import Document
from campaignctl.writers.pptx.directions import TOKEN
from campaignctl.writers.pptx.scales import keep_height, plot_height, share_of_scale
from campaignctl.writers.pptx.shapes import name_of, remove
from campaignctl.writers.pptx.tables import Grid

EMU_INCH = 914400
REACH = Emu(27432)  # 0.03 inches that a mark stands out above and below the bars
DROP = Emu(45720)  # 0.05 inches between the bars and the words under a mark


def charts_in_tables(shapes: Sequence[Any]) -> set[str]:
    """Return the slugs of the charts for which a table keeps a column: ``{{ chart:<slug> }}`` in its pattern row."""
    tables = (shape for shape in shapes if getattr(shape, "has_table", False))
    tokens = (token for shape in tables for cell in shape.table.iter_cells() for token in TOKEN.findall(cell.text))
    return {token.removeprefix("chart:") for token in tokens if token.startswith("chart:")}


def rows_of(chart: Chart, grid: Grid | None) -> Sequence[int]:
    """Return which categories stand on this slide: those of the table's rows, with the total where both have one."""
    count = len(chart.categories)
    if grid is None:
        return range(count)
    rows = [row for row in grid.rows if row < count]
    return [*rows, grid.rows.stop] if grid.total and grid.rows.stop < count else rows


def lay_over(shape: Any, slug: str, grid: Grid, rows: int, below: float) -> None:
    """Put a chart over the first ``rows`` rows of a table, in the column kept for it.

    ``below`` (inches) is what it reaches beyond them, for the words of its axis; its plot stays in the rows.
    """
    left, width = grid.places[slug]
    beyond = round(below * EMU_INCH)
    shape.left, shape.width = Emu(left), Emu(width)
    shape.top, shape.height = Emu(grid.top), Emu(grid.row * rows + beyond)
    if beyond:
        keep_height(shape, grid.row * rows / (grid.row * rows + beyond))


def place_marks(shapes: Sequence[Any], shown: Mapping[str, Any], document: Document) -> None:
    """Move ``mark:<chart>@<value>`` and ``mark-label:<chart>@<value>`` to where the value lies on the chart's scale.

    A value is a number or the id of a figure, with ``-`` before it for the same on the other side of zero. ``shown``
    holds the chart shapes by slug; marks of a chart that is gone, or of a figure that is not there, go too.
    """
    for shape in shapes:
        kind, _, rest = name_of(shape).partition(":")
        if kind not in {"mark", "mark-label"}:
            continue
        slug, _, value = rest.partition("@")
        chart = shown.get(slug)
        number = _value(value, document)
        share = share_of_scale(chart, number) if chart is not None and number is not None else None
        if chart is None or share is None:
            remove(shape)
            continue
        x = chart.left + round(share * chart.width)
        if kind == "mark":
            high = round(plot_height(chart) * chart.height)
            shape.left, shape.top, shape.height = Emu(x), Emu(chart.top - REACH), Emu(high + 2 * REACH)
        else:
            shape.left, shape.top = Emu(x - shape.width // 2), Emu(chart.top + chart.height + DROP)


def _value(word: str, document: Document) -> float | None:
    way, name = (-1, word[1:]) if word.startswith("-") else (1, word)
    figure = document.figures.get(name)
    if figure is not None:
        return None if figure.number is None else way * figure.number
    try:
        return way * float(name)
    except ValueError:
        return None
