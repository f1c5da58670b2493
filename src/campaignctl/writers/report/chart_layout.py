"""Where title, marks, labels and legend of a chart stand inside its box, as fractions of it."""

from dataclasses import dataclass

from campaignctl.domain.charts import Chart, ChartKind
from campaignctl.writers.report.measure import lines, pixels

TITLE_SIZE = 12
LABEL_SIZE = 10
MARGIN = 10  # pixels
HEIGHT = 320
LOWEST = 200
BAR_HEIGHT = 42  # pixels for one category of a bar chart
AXIS_WIDTH = 56  # the words of a value axis
AXIS_HEIGHT = 22
LEGEND_HEIGHT = 30
LEGEND_KEY = 40  # the sign before a name, and the space around both
LABEL_ROOM = 64  # a value's words beside the longest bar
LONGEST_LABEL = 0.36  # of the chart's width
STACKED = (ChartKind.STACKED_COLUMN, ChartKind.STACKED_BAR)
LYING = (ChartKind.BAR, ChartKind.STACKED_BAR)
"""Kinds whose categories stand below one another, with their names at the left."""

NARROWEST_LABELLED = 54  # pixels per column, so that neighbouring values do not touch


@dataclass(frozen=True, slots=True)
class Box:
    """A chart's size in pixels, and what it has room for."""

    width: int
    height: int
    title_lines: int
    values_labelled: bool
    legend: str  # "bottom", "right" or "none"


def height_of(chart: Chart) -> int:
    """Return how high a chart should be, in pixels; bars need room for each category."""
    if chart.kind in LYING:
        return max(LOWEST, BAR_HEIGHT * len(chart.categories) + 90)
    return HEIGHT


def box_of(chart: Chart, title: str, width: int, height: int, rows: int, *, crossed: bool = False) -> Box:  # noqa: PLR0913 - what a box has to hold
    """Return the box of ``chart`` with ``rows`` rows of marks: labels where they fit, else gridlines.

    ``crossed`` labels would lie under the line of an interval.
    """
    stacked = chart.kind in STACKED
    per_category = width / max(1, len(chart.categories))
    fits = chart.kind in LYING or (not stacked and per_category >= NARROWEST_LABELLED)
    legend = "right" if stacked else "bottom" if rows > 1 else "none"
    return Box(width, height, lines(title, width - 2 * MARGIN, TITLE_SIZE, bold=True), fits and not crossed, legend)


def plot_area(chart: Chart, box: Box) -> dict[str, float]:
    """Return the inner plot area: below the title, left of a legend, clear of the axis words."""
    top = 22 + 20 * box.title_lines
    bottom = box.height - MARGIN - (LEGEND_HEIGHT if box.legend == "bottom" else 0)
    left, right = MARGIN, box.width - MARGIN
    if chart.kind in LYING:
        longest = max((pixels(words, LABEL_SIZE) for words in chart.categories), default=0) + 14
        left += int(min(longest, LONGEST_LABEL * box.width))
        right -= _legend_width(chart, box) if box.legend == "right" else LABEL_ROOM
        bottom -= 0 if box.values_labelled else AXIS_HEIGHT
    else:
        left += 0 if box.values_labelled else AXIS_WIDTH
        right -= _legend_width(chart, box) if box.legend == "right" else 0
        slot = (right - left) / max(1, len(chart.categories))
        bottom -= 24 if all(pixels(words, LABEL_SIZE) < slot for words in chart.categories) else 44
        top += 18 if box.values_labelled else 0
    return {
        "x": round(left / box.width, 4),
        "y": round(top / box.height, 4),
        "width": round((right - left) / box.width, 4),
        "height": round((bottom - top) / box.height, 4),
    }


def _legend_width(chart: Chart, box: Box) -> int:
    longest = max((pixels(series.name, LABEL_SIZE) for series in chart.series), default=0)
    return int(min(longest + LEGEND_KEY, LONGEST_LABEL * box.width))
