"""The days on a picture: columns from zero, lines of target and baseline over them, and a key in words."""

from collections.abc import Sequence

from PIL import ImageDraw

from campaignctl.domain.charts import Chart, Role, Series
from campaignctl.domain.document import Document
from campaignctl.writers.pptx.inert import inert
from campaignctl.writers.today.type import Type, legible, length, put, wrapped

Box = tuple[float, float, float, float]

COLOURS = {
    Role.CAMPAIGN: "#1F6FEB",
    Role.ATTENTION: "#E4572E",
    Role.TARGET: "#14213D",
    Role.BASELINE: "#9AA5B1",
    Role.IDENTITY: "#1F6FEB",
}
HEAD, KEY, LABEL, VALUE = Type(30, bold=True), Type(26), Type(27), Type(27, bold=True)
HATCH = 10
LABEL_HEIGHT, LINE_AIR = 36, 6
MOST_LABELS = 8
"""More days than this are named every second, third ... one, and their values are left to the report."""


def draw_days(pen: ImageDraw.ImageDraw, box: Box, document: Document, chart: Chart) -> None:
    """Draw a chart into ``box`` (left, top, right, bottom)."""
    left, top, right, bottom = box
    title = f"GMV by day, {chart.unit}"
    put(pen, (left, top), legible(title), HEAD)
    _key(pen, left, top + 46, chart)
    floor, ceiling = bottom - 42, top + 128
    values = [_number(document, value) for series in chart.series for value in series.values if value is not None]
    highest = max([value for value in values if value is not None], default=0.0) or 1.0
    scale = (floor - ceiling) / highest
    step = (right - left) / max(len(chart.categories), 1)
    for series in chart.series:
        numbers = [None if value is None else _number(document, value) for value in series.values]
        if series.line:
            _line(
                pen, [(left + (at + 0.5) * step, number) for at, number in enumerate(numbers)], (floor, scale), series
            )
        else:
            _columns(pen, (left, floor, step, scale), numbers, series, chart.partial)
    pen.line((left, floor, right, floor), fill="#14213D", width=2)
    if len(chart.categories) <= MOST_LABELS:
        _values(pen, (left, floor, step, scale), document, chart)
    every = -(-len(chart.categories) // MOST_LABELS)
    for at, name in enumerate(chart.categories):
        if at % every == 0:
            _centred(pen, left + (at + 0.5) * step, floor + 6, inert(name), LABEL, step * every)


def _number(document: Document, id_: str) -> float | None:
    return document.figures[id_].number


def _columns(
    pen: ImageDraw.ImageDraw,
    place: Box,
    numbers: Sequence[float | None],
    series: Series,
    partial: Sequence[int],
) -> None:
    left, floor, step, scale = place
    for at, number in enumerate(numbers):
        if number is None:
            continue
        x, high = left + (at + 0.5) * step, floor - max(number, 0) * scale
        box = (x - step * 0.32, high, x + step * 0.32, floor)
        if at in partial:
            _hatched(pen, box, COLOURS[series.role])
        else:
            pen.rectangle(box, fill=COLOURS[series.role])


def _hatched(pen: ImageDraw.ImageDraw, box: Box, colour: str) -> None:
    """Draw the column of a day that is not over: an outline with stripes."""
    left, high, right, floor = box
    for y in range(int(high), int(floor), HATCH):
        pen.rectangle((left, y, right, min(y + HATCH // 2, floor)), fill=colour)
    pen.rectangle(box, outline=colour, width=2)


def _values(pen: ImageDraw.ImageDraw, place: Box, document: Document, chart: Chart) -> None:
    """Write each column's figure above it, and above a line that would cross it there."""
    left, floor, step, scale = place
    lines = [series for series in chart.series if series.line]
    for series in chart.series:
        for at, id_ in enumerate(() if series.line else series.values):
            number = None if id_ is None else _number(document, id_)
            if id_ is not None and number is not None:
                crossing = (_number(document, one.values[at] or "") for one in lines if one.values[at])
                heights = [floor - value * scale for value in crossing if value is not None]
                top = _clear(floor - max(number, 0) * scale - LABEL_HEIGHT, heights)
                _centred(pen, left + (at + 0.5) * step, top, document.figures[id_].words, VALUE, step)


def _clear(top: float, lines: Sequence[float]) -> float:
    """Return where a label may begin that would begin at ``top``: as far up as no line crosses it."""
    for height in sorted(lines, reverse=True):
        if top - LINE_AIR < height < top + LABEL_HEIGHT:
            top = height - LABEL_HEIGHT - LINE_AIR
    return top


def _line(
    pen: ImageDraw.ImageDraw, points: list[tuple[float, float | None]], place: tuple[float, float], series: Series
) -> None:
    floor, scale = place
    drawn = [(x, floor - value * scale) for x, value in points if value is not None]
    if len(drawn) > 1:
        pen.line(drawn, fill=COLOURS[series.role], width=5, joint="curve")


def _key(pen: ImageDraw.ImageDraw, x: float, y: float, chart: Chart) -> None:
    for series in chart.series:
        if not any(series.values):
            continue
        colour = COLOURS[series.role]
        if series.line:
            pen.line((x, y + 16, x + 24, y + 16), fill=colour, width=5)
        else:
            pen.rectangle((x, y + 6, x + 20, y + 26), fill=colour)
        name = legible(inert(series.name))
        put(pen, (x + 32, y), name, KEY)
        x += 32 + length(name, KEY) + 28


def _centred(pen: ImageDraw.ImageDraw, x: float, y: float, text: str, kind: Type, room: float) -> None:  # noqa: PLR0913, PLR0917 (where and what)
    line = wrapped(text, kind, room, 1)[0]
    put(pen, (x - length(line, kind) / 2, y), line, kind, halo="#FFFFFF")
