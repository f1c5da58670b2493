"""A chart as shapes: bars, columns and lines placed in a fixed box, so that the page shows it before any script runs.

The script only moves what is drawn here: it gives bars another length and labels other words.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from campaignctl.domain.charts import Chart, ChartKind, Role
from campaignctl.domain.document import Document
from campaignctl.writers.html.box import BARS_WIDE, BOTTOM, COLUMNS_WIDE, SIDE, TOP, Box, amount
from campaignctl.writers.html.marks import LineView, MarkView, bars, columns, label_room, line, ticks
from campaignctl.writers.html.places import place_of
from campaignctl.writers.report.cells import plain
from campaignctl.writers.report.drawn import Drawn, drawn

HIGH, HIGHEST = 290.0, 430.0
ROW, WIDEST_ROW = 34.0, 52.0
ROOM, MORE_ROOM = 72.0, 106.0  # pixels for the words behind the longest bar, and where one says what it lacks
AROUND = 126.0  # pixels that a panel takes around its chart, with the gap to the next
BESIDE = 2  # as many charts stand beside the others, each as high as the window has room for


@dataclass(frozen=True, slots=True)
class Drawing:
    """A chart: its marks, what they are held against, and its numbers as a table.

    ``measured`` is what its bars count, ``keys`` what their colours stand for.
    """

    slug: str
    kind: str  # columns or bars
    scope: str
    metric: str
    title: str
    alt: str
    measured: str
    keys: tuple[tuple[str, str], ...]  # role, name
    width: float
    height: float
    left: float
    length: float  # of the longest bar or column there is room for
    marks: tuple[MarkView, ...]
    lines: tuple[LineView, ...]


def draw_all(document: Document, charts: Sequence[Chart]) -> tuple[Drawing, ...]:
    """Return the charts of a page: the first two stand beside the others and are as high as those together."""
    stacked = charts[BESIDE:]
    room = sum(ROW * len(chart.categories) + 8 + AROUND for chart in stacked) - AROUND
    high = min(HIGHEST, max(HIGH, room))
    return tuple(draw(document, chart, high if at < BESIDE else 0) for at, chart in enumerate(charts))


def draw(document: Document, chart: Chart, high: float = 0) -> Drawing:
    """Return a chart of one row of bars; further rows and lines are what the bars are held against.

    ``high`` is how many pixels it may fill; bars that have no room to fill stand as close as they can be read.
    """
    rows = drawn(chart)
    main = next((row for row in rows if not row.line and row.role is not Role.TARGET), rows[0])
    plans = [row for row in rows if row is not main]
    most = max((amount(document, one) for row in rows for one in row.values), default=0)
    place = place_of(next(one for one in main.values if one))
    upright = chart.kind is not ChartKind.BAR
    left = SIDE if upright else label_room(chart.categories)
    high = max(HIGH, high) if upright else _rows(chart, high)
    room = MORE_ROOM if Role.ATTENTION in main.roles else ROOM
    length = high - TOP - BOTTOM if upright else BARS_WIDE - left - room
    box = Box(document, chart, main, plans, length / most if most else 0, left, high)
    marks = columns(box) if upright else bars(box)
    lines = [line(box, row) if upright else ticks(box, row) for row in plans]
    return Drawing(
        slug=chart.slug,
        kind="columns" if upright else "bars",
        scope=place.scope,
        metric=place.metric,
        title=plain(document.words(chart.title)),
        alt=plain(document.words(chart.alt)),
        measured=plain(document.figures[next(one for one in main.values if one)].label),
        keys=_keys(chart, plans),
        width=COLUMNS_WIDE if upright else BARS_WIDE,
        height=high,
        left=left,
        length=length,
        marks=tuple(marks),
        lines=tuple(one for one in lines if one.path),
    )


def _rows(chart: Chart, high: float) -> float:
    """Return how high the rows of a chart of bars are together."""
    count = max(1, len(chart.categories))
    return count * min(WIDEST_ROW, max(ROW, (high - 8) / count)) + 8


def _keys(chart: Chart, plans: Sequence[Drawn]) -> tuple[tuple[str, str], ...]:
    """Return a key for every colour of the bars, also where those met and those missed stand in one row."""
    lines = {row.name for row in plans}
    told = [one for one in chart.series if one.name not in lines and any(one.values)]
    return tuple((one.role.value, plain(one.name)) for one in told)
