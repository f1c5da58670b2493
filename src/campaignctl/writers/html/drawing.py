"""A chart as shapes: bars, columns and lines placed in a fixed box, so that the page shows it before any script runs.

The script only moves what is drawn here: it gives bars another length and labels other words.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from campaignctl.domain.charts import Chart, ChartKind, Role
from campaignctl.domain.document import Document
from campaignctl.writers.html.places import place_of
from campaignctl.writers.report.cells import plain
from campaignctl.writers.report.drawn import Drawn, drawn
from campaignctl.writers.report.measure import pixels

COLUMNS_WIDE, HIGH, HIGHEST = 520.0, 290.0, 430.0
BARS_WIDE, ROW, WIDEST_ROW, BAR, ROOM = 360.0, 34.0, 52.0, 22.0, 72.0
TOP, BOTTOM, SIDE = 26.0, 26.0, 6.0
LABEL_SIZE = 10  # points, 13 pixels
LONGEST_LABEL = 136.0
LEAST_SLOT = 46.0  # pixels that a label of a column needs
LETTER = 13.0  # pixels that a label is high
AROUND = 126.0  # pixels that a panel takes around its chart, with the gap to the next
BESIDE = 2  # as many charts stand beside the others, each as high as the window has room for


@dataclass(frozen=True, slots=True)
class MarkView:
    """One bar or column with its label; ``slug`` names its member."""

    slug: str
    name: str
    label: str  # the name as far as there is room
    words: str
    x: float
    y: float
    width: float
    height: float
    at: tuple[float, float]  # where the words of the value stand
    named_at: tuple[float, float]
    role: str
    named: bool = True
    valued: bool = True
    partial: bool = False
    plans: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LineView:
    """A line over columns, or the ticks of bars: a path and the dots on it."""

    name: str
    role: str
    path: str
    dots: tuple[tuple[float, float], ...]


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
    bars = next((row for row in rows if not row.line and row.role is not Role.TARGET), rows[0])
    plans = [row for row in rows if row is not bars]
    most = max((_value(document, one) for row in rows for one in row.values), default=0)
    place = place_of(next(one for one in bars.values if one))
    upright = chart.kind is not ChartKind.BAR
    left = SIDE if upright else _room(chart.categories)
    high = max(HIGH, high) if upright else _rows(chart, high)
    length = high - TOP - BOTTOM if upright else BARS_WIDE - left - ROOM
    box = _Box(document, chart, bars, plans, length / most if most else 0, left, high)
    marks = _columns(box) if upright else _bars(box)
    lines = [_line(box, row) if upright else _ticks(box, row) for row in plans]
    return Drawing(
        slug=chart.slug,
        kind="columns" if upright else "bars",
        scope=place.scope,
        metric=place.metric,
        title=plain(document.words(chart.title)),
        alt=plain(document.words(chart.alt)),
        measured=plain(document.figures[next(one for one in bars.values if one)].label),
        keys=_keys(chart, plans),
        width=COLUMNS_WIDE if upright else BARS_WIDE,
        height=high,
        left=left,
        length=length,
        marks=tuple(marks),
        lines=tuple(line for line in lines if line.path),
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


@dataclass(frozen=True, slots=True)
class _Box:
    document: Document
    chart: Chart
    bars: Drawn
    plans: Sequence[Drawn]
    scale: float
    left: float
    high: float

    @property
    def foot(self) -> float:
        """Where columns stand."""
        return self.high - BOTTOM

    def middle(self, at: int) -> float:
        """Return the height at which the middle of a row of bars lies."""
        return (self.high - 8) / max(1, len(self.chart.categories)) * (at + 0.5) + 4

    @property
    def slot(self) -> float:
        """The width of one column's place."""
        return (COLUMNS_WIDE - 2 * SIDE) / max(1, len(self.chart.categories))

    def words(self, at: int) -> tuple[str, ...]:
        """Return the words of a category in every row it is held against."""
        shown = (row.values[at] for row in self.plans)
        return tuple(self.document.figures[one].words if one else "–" for one in shown)


def _value(document: Document, figure_id: str | None) -> float:
    number = document.figures[figure_id].number if figure_id else None
    return max(0.0, number or 0.0)


def _room(names: Sequence[str]) -> float:
    return min(LONGEST_LABEL, max((pixels(plain(name), LABEL_SIZE) for name in names), default=0) + 14)


def _fitted(name: str, room: float) -> str:
    """Return a name as far as there is room for it, with an ellipsis where it is cut."""
    if pixels(name, LABEL_SIZE) <= room:
        return name
    cut = next((name[:end] for end in range(len(name), 0, -1) if pixels(name[:end] + "…", LABEL_SIZE) <= room), "")
    return cut.rstrip() + "…"


def _columns(box: _Box) -> list[MarkView]:
    width = min(52.0, box.slot * 0.68)
    every = max(1, -(-int(LEAST_SLOT) // max(1, int(box.slot))))
    found = []
    for at, (name, one) in enumerate(zip(box.chart.categories, box.bars.values, strict=True)):
        high = _value(box.document, one) * box.scale
        middle = SIDE + box.slot * (at + 0.5)
        top = box.foot - high
        found.append(
            MarkView(
                slug=place_of(one).slug if one else "",
                name=plain(name),
                label=_fitted(_short(plain(name)), box.slot * every),
                words=box.document.figures[one].words if one else "–",
                x=_r(middle - width / 2),
                y=_r(top),
                width=_r(width),
                height=_r(high),
                at=(_r(middle), _r(_clear(box, at, top - 6))),
                named_at=(_r(middle), box.high - 8),
                role=box.bars.roles[at].value,
                named=at % every == 0,
                valued=box.slot >= LEAST_SLOT,
                partial=at in box.chart.partial,
                plans=box.words(at),
            )
        )
    return found


def _clear(box: _Box, at: int, foot: float) -> float:
    """Return where the words over a column stand, clear of the lines that pass there."""
    heights = (box.foot - _value(box.document, row.values[at]) * box.scale for row in box.plans if row.values[at])
    for height in sorted(heights, reverse=True):
        if foot - LETTER < height < foot + 4:
            foot = height - 6
    return foot


def _short(day: str) -> str:
    """Return ``Fri 20`` of ``Fri Nov 20``: the month stands in the line below the title."""
    words = day.split(" ")
    return f"{words[0]} {words[2]}" if len(words) == 3 and words[2].isdigit() else day


def _bars(box: _Box) -> list[MarkView]:
    found = []
    for at, (name, one) in enumerate(zip(box.chart.categories, box.bars.values, strict=True)):
        long = _value(box.document, one) * box.scale
        role = box.bars.roles[at]
        words = box.document.figures[one].words if one else "–"
        middle = box.middle(at)
        end = max(long, *(_value(box.document, row.values[at]) * box.scale for row in box.plans), 0)
        found.append(
            MarkView(
                slug=place_of(one).slug if one else "",
                name=plain(name),
                label=_fitted(plain(name), box.left - 10),
                words=f"{words} ▼" if role is Role.ATTENTION else words,
                x=_r(box.left),
                y=_r(middle - BAR / 2),
                width=_r(long),
                height=BAR,
                at=(_r(box.left + end + 7), _r(middle + 4)),
                named_at=(_r(box.left - 8), _r(middle + 4)),
                role=role.value,
                partial=at in box.chart.partial,
                plans=box.words(at),
            )
        )
    return found


def _line(box: _Box, row: Drawn) -> LineView:
    dots = tuple(
        (_r(SIDE + box.slot * (at + 0.5)), _r(box.foot - _value(box.document, one) * box.scale))
        for at, one in enumerate(row.values)
        if one
    )
    path = " ".join(f"{'L' if number else 'M'}{x:g} {y:g}" for number, (x, y) in enumerate(dots))
    return LineView(plain(row.name), row.role.value, path, dots if row.role is not Role.TARGET else ())


def _ticks(box: _Box, row: Drawn) -> LineView:
    ends = [
        (_r(box.left + _value(box.document, one) * box.scale), _r(box.middle(at) - BAR / 2 - 2))
        for at, one in enumerate(row.values)
        if one
    ]
    return LineView(plain(row.name), "tick", " ".join(f"M{x:g} {y:g}v{BAR + 4:g}" for x, y in ends), ())


def _r(number: float) -> float:
    return round(number, 1)
