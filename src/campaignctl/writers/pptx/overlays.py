"""Bars that stand in the rows of a table: the chart takes the rows' place and height, so bar and row agree."""

from collections.abc import Mapping, Sequence
from typing import Any

from pptx.enum.text import PP_ALIGN
from pptx.util import Emu

from campaignctl.domain.charts import Chart
from campaignctl.domain.document import Document
from campaignctl.writers.pptx.directions import TOKEN, Directions
from campaignctl.writers.pptx.lanes import Lanes
from campaignctl.writers.pptx.scales import keep_height, plot_height, share_of_scale
from campaignctl.writers.pptx.scene import Scene
from campaignctl.writers.pptx.shapes import name_of, remove, wants
from campaignctl.writers.pptx.tables import Grid
from campaignctl.writers.pptx.words import place

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


def lay_over(shape: Any, slug: str, grid: Grid, rows: Sequence[int], asked: Directions) -> Lanes:
    """Put a chart over ``rows`` of a table, in the column kept for it; return how the rows lie.

    What it asks for beyond them is added: room for words in its plot, which else stays in the rows, and for its axis.
    """
    left, width = grid.places[slug]
    lanes = Lanes(rows, grid.first / grid.row, asked.rest * EMU_INCH / grid.row)
    high, beyond = round(grid.row * lanes.end), round(asked.below * EMU_INCH)
    shape.left, shape.width = Emu(left), Emu(width)
    shape.top, shape.height = Emu(grid.top), Emu(high + beyond)
    if beyond:
        keep_height(shape, high / (high + beyond))
    return lanes


def place_marks(shapes: Sequence[Any], shown: Mapping[str, Any], lanes: Mapping[str, Lanes], scene: Scene) -> None:
    """Move ``mark:<chart>@<value>`` and ``mark-label:<chart>@<value>`` to where the value lies on the chart's scale.

    A value is a number or the id of a figure, with ``-`` before it for the same on the other side of zero. ``shown``
    holds the chart shapes by slug; marks of a chart that is gone, or of a figure that is not there, go too. A mark may
    begin below the first rows of its chart: its words then stand beside its foot.
    """
    for shape in shapes:
        kind, _, rest = name_of(shape).partition(":")
        if kind not in {"mark", "mark-label"}:
            continue
        slug, _, value = rest.partition("@")
        chart, start = shown.get(slug), wants(shape, place(scene, shape)).start
        number = _value(value, scene.document)
        share = share_of_scale(chart, number) if chart is not None and number is not None else None
        rows = lanes.get(slug, Lanes(range(start)))
        if chart is None or share is None or rows.count < start:
            remove(shape)
            continue
        x, high = chart.left + round(share * chart.width), round(plot_height(chart) * chart.height)
        if kind == "mark":
            _lay_mark(shape, x, chart.top + round(high * rows.top(start - 1) / rows.end), chart.top + high, start)
        elif start > 1:
            _lay_beside(shape, x, chart.top + high, chart.left + chart.width)
        else:
            shape.left, shape.top = Emu(x - shape.width // 2), Emu(chart.top + chart.height + DROP)


def _lay_mark(shape: Any, x: int, top: int, bottom: int, start: int) -> None:
    """Draw a mark over its rows; one over all of them stands out a little."""
    reach = REACH if start == 1 else 0
    shape.left, shape.top, shape.height = Emu(x), Emu(top - reach), Emu(bottom - top + 2 * reach)


def _lay_beside(shape: Any, x: int, foot: int, edge: int) -> None:
    """Put words right of the foot of a mark, left of it where they would not end before ``edge``."""
    is_right = x + DROP + shape.width <= edge
    shape.left, shape.top = Emu(x + DROP if is_right else x - DROP - shape.width), Emu(foot - shape.height)
    for paragraph in shape.text_frame.paragraphs:
        paragraph.alignment = PP_ALIGN.LEFT if is_right else PP_ALIGN.RIGHT


def _value(word: str, document: Document) -> float | None:
    way, name = (-1, word[1:]) if word.startswith("-") else (1, word)
    figure = document.figures.get(name)
    if figure is not None:
        return None if figure.number is None else way * figure.number
    try:
        return way * float(name)
    except ValueError:
        return None
