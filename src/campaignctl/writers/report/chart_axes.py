"""The axes of a chart and how its numbers are written: bars from zero, thousands counted, hair lines or labels."""

import math
from typing import Any

from xlsxwriter.chart import Chart as NativeChart

from campaignctl.domain.figures import Figure
from campaignctl.domain.formats import Format, office
from campaignctl.writers.report.chart_layout import LABEL_ROOM, LABEL_SIZE, LYING, STACKED, Box
from campaignctl.writers.report.chart_numbers import ToDraw
from campaignctl.writers.xlsx_style import FONT, GRID, INK, SECONDARY

PLOT_SHARE = 0.6
"""About how much of a chart's width its bars have."""


def set_axes(native: NativeChart, todo: ToDraw, box: Box) -> None:
    """Set the axes; those of a bar chart are named the other way round."""
    bar = todo.placed.chart.kind in LYING
    names = {
        "num_font": font(LABEL_SIZE, INK if bar else SECONDARY),
        "line": {"color": GRID},
        "major_tick_mark": "none",
        "minor_tick_mark": "none",
        "text_axis": True,
        "reverse": bar,
        "label_position": "low",
    }
    hair = {"visible": not box.values_labelled, "line": {"color": GRID, "width": 0.5}}
    values = {
        "num_font": font(LABEL_SIZE, SECONDARY),
        "num_format": _axis_format(todo),
        "line": {"none": True},
        "major_tick_mark": "none",
        "major_gridlines": hair,
        "visible": not box.values_labelled,
        "label_position": "high" if bar else "next_to",  # names from above turn the axis of values over
        **_scale(todo, box),
    }
    native.set_x_axis(values if bar else names)
    native.set_y_axis(names if bar else values)


def crossed(todo: ToDraw, width: int) -> bool:
    """Whether the words at the foot of a bar ``width`` pixels of a chart wide would lie under its interval."""
    numbers = _numbers(todo)
    reach = max(0.0, *numbers) - min(0.0, *numbers) if numbers else 0.0
    if not reach:
        return False
    figures = todo.page.document.figures
    ends = [
        [figures[end].number or 0 for end in both if end]
        for row in todo.rows
        for both in zip(row.low, row.high, strict=True)
        if any(both)
    ]
    clear = LABEL_ROOM / (PLOT_SHARE * width) * reach
    return any(min(both) < clear and max(both) > -clear for both in ends)


def _scale(todo: ToDraw, box: Box) -> dict[str, float]:
    """Return the ends of the value axis: bars start at zero, and without a visible axis the largest fills the plot."""
    numbers = _numbers(todo)
    if any(row.low for row in todo.rows):
        least, most = min(0.0, *numbers), max(0.0, *numbers)
        if not box.values_labelled:
            step = 10 ** math.floor(math.log10((most - least) or 1)) / 2  # not every program reckons with intervals
            return {"min": math.floor(least / step) * step, "max": math.ceil(most / step) * step}
        return {"min": least - 0.1 * (most - least), "max": most + 0.02 * (most - least)}
    if min(numbers, default=0) < 0:
        return {}
    most = longest(todo) if todo.placed.chart.kind in STACKED else max(numbers, default=0)
    return {"min": 0, "max": most} if box.values_labelled and most > 0 else {"min": 0}


def _axis_format(todo: ToDraw) -> str:
    """Return the format of the value axis: where it reaches thousands, it counts them, and its zero needs no cents."""
    most = max(_numbers(todo), default=0)
    first = _first(todo)
    if first is not None and any(row.low for row in todo.rows):
        signed = office(todo.placed.chart.format, first.unit, signed=True, largest=most)
        return signed.replace("▲ +", "").replace("▼ ", "").replace("● ", "")  # an axis has a minus, and no arrows
    if most >= 1000 and first is not None and todo.placed.chart.format is Format.MONEY and not first.is_change:
        return office(Format.MONEY_SHORT, first.unit, largest=most)
    sections = number_format(todo).split(";")
    if most >= 1000 and len(sections) > 1:
        sections[-1] = sections[-1].partition(".")[0]
    return ";".join(sections)


def number_format(todo: ToDraw) -> str:
    """Return the Office format of the chart's numbers: in the currency of its figures, changes with their sign."""
    chart, first = todo.placed.chart, _first(todo)
    if first is None:
        return office(chart.format, chart.unit)
    return office(chart.format, first.unit, signed=first.is_change, largest=max(_numbers(todo), default=0))


def longest(todo: ToDraw) -> float:
    """Return the sum of the largest stack."""
    figures = todo.page.document.figures
    stacks = zip(*(row.values for row in todo.rows), strict=True)
    return max((sum(figures[value].number or 0 for value in stack if value) for stack in stacks), default=0.0)


def _first(todo: ToDraw) -> Figure | None:
    figures = todo.page.document.figures
    return next((figures[value] for row in todo.rows for value in row.values if value), None)


def _numbers(todo: ToDraw) -> list[float]:
    """Return every number that the chart draws."""
    figures = todo.page.document.figures
    return [figures[value].number or 0 for row in todo.rows for value in (*row.values, *row.low, *row.high) if value]


def font(size: float, colour: str, *, bold: bool = False) -> dict[str, Any]:
    """Return letters of ``size`` points as a chart takes them."""
    return {"name": FONT, "size": size, "color": colour, "bold": bold}
