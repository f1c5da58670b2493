"""Bars that stand in the rows of a table: the chart takes the rows' place and height, so bar and row agree."""

from collections.abc import Mapping, Sequence
from typing import Any

from pptx.slide import Slide
from pptx.util import Emu

from campaignctl.domain.document import Chart
from campaignctl.writers.pptx.directions import TOKEN
from campaignctl.writers.pptx.scales import share_of_scale
from campaignctl.writers.pptx.shapes import every, remove
from campaignctl.writers.pptx.tables import Grid

REACH = Emu(27432)  # 0.03 inches that a mark stands out above and below the bars
DROP = Emu(45720)  # 0.05 inches between the bars and the words under a mark


def charts_in_tables(slide: Slide) -> set[str]:
    """Return the slugs of the charts for which a table keeps a column: ``{{ chart:<slug> }}`` in its pattern row."""
    tables = (shape for shape in every(slide.shapes) if getattr(shape, "has_table", False))
    tokens = (token for shape in tables for cell in shape.table.iter_cells() for token in TOKEN.findall(cell.text))
    return {token.removeprefix("chart:") for token in tokens if token.startswith("chart:")}


def rows_of(chart: Chart, grid: Grid | None) -> Sequence[int]:
    """Return which categories stand on this slide: those of the table's rows, with the total where both have one."""
    count = len(chart.categories)
    if grid is None:
        return range(count)
    rows = [row for row in grid.rows if row < count]
    return [*rows, grid.rows.stop] if grid.total and grid.rows.stop < count else rows


def lay_over(shape: Any, slug: str, grid: Grid, rows: int) -> None:
    """Put a chart over the first ``rows`` rows of a table, in the column kept for it."""
    left, width = grid.places[slug]
    shape.left, shape.width = Emu(left), Emu(width)
    shape.top, shape.height = Emu(grid.top), Emu(grid.row * rows)


def place_marks(slide: Slide, shown: Mapping[str, Any]) -> None:
    """Move ``mark:<chart>@<value>`` and ``mark-label:<chart>@<value>`` to where the value lies on the chart's scale.

    ``shown`` holds the chart shapes by slug; marks of a chart that is gone go too.
    """
    for shape in every(slide.shapes):
        kind, _, rest = shape.name.partition(":")
        if kind not in {"mark", "mark-label"}:
            continue
        slug, _, value = rest.partition("@")
        chart = shown.get(slug)
        share = share_of_scale(chart, float(value)) if chart is not None else None
        if chart is None or share is None:
            remove(shape)
            continue
        x = chart.left + round(share * chart.width)
        if kind == "mark":
            shape.left, shape.top, shape.height = Emu(x), Emu(chart.top - REACH), Emu(chart.height + 2 * REACH)
        else:
            shape.left, shape.top = Emu(x - shape.width // 2), Emu(chart.top + chart.height + DROP)
