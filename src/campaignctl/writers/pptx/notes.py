"""What stands over the columns of a chart: notes, each over its column and clear of others, and lines between days."""

import math
from collections.abc import Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from pptx.slide import Slide
from pptx.util import Emu

from campaignctl.domain.charts import Chart
from campaignctl.domain.document import Document
from campaignctl.writers.pptx.fitting import widest
from campaignctl.writers.pptx.scales import end_at, gridline_step, plot_down, plot_width
from campaignctl.writers.pptx.shapes import inherited, name_of, remove

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
EMU_POINT = 12700
AIR = 1.06  # programs set text a little wider than the fonts say
CLEAR = 36576  # 0.04 inches between a note and what it stands over
LEAST_LINE = 91440  # a line shorter than 0.1 inches leads nowhere


@dataclass(frozen=True, slots=True)
class _Plot:
    """Where a chart's plot lies (EMU), and the highest value over each of its categories."""

    left: int
    top: int
    wide: int
    high: int
    tops: tuple[float, ...]

    def x(self, places: tuple[int, int]) -> int:
        """Return the middle of the categories from the first to the last."""
        return self.left + round(self.wide * (sum(places) + 1) / 2 / len(self.tops))

    def y(self, value: float, end: float) -> int:
        """Return how high a value stands where the scale ends at ``end``."""
        return self.top + round(self.high * (1 - value / end))

    def highest(self, left: int, right: int) -> float:
        """Return the highest value between two places."""
        first, last = (int((edge - self.left) / self.wide * len(self.tops)) for edge in (left, right - 1))
        return max(self.tops[max(first, 0) : last + 1], default=0.0)


@dataclass(frozen=True, slots=True)
class _Note:
    """A note, what it stands over, and the highest value below it."""

    shape: Any
    places: tuple[int, int]
    over: float

    def meets(self, other: "_Note") -> bool:
        """Whether two notes lie over one another."""
        mine, its = self.shape, other.shape
        across = mine.left < its.left + its.width and its.left < mine.left + mine.width
        return bool(across and mine.top < its.top + its.height and its.top < mine.top + mine.height)


def place_notes(
    slide: Slide, shapes: Sequence[Any], shown: Mapping[str, tuple[Any, Chart]], document: Document
) -> None:
    """Move ``note:<chart>@<number>`` over its columns, and ``note-line:<chart>@<number>`` from the note down to them.

    The scale of the chart leaves room for them. Of two notes that would lie over one another the first goes.
    """
    for slug, (shape, chart) in shown.items():
        found = {
            name_of(each): each
            for each in shapes
            if name_of(each).partition("@")[0] in {f"note:{slug}", f"note-line:{slug}"}
        }
        named = {number: found.get(f"note:{slug}@{number}") for number in range(1, len(chart.noted) + 1)}
        plot = _plot(shape, chart, document)
        notes = {
            number: _across(slide, note, plot, chart.noted[number - 1])
            for number, note in named.items()
            if note is not None and note._element.getparent() is not None  # noqa: SLF001 (it may be off the slide)
        }
        if notes:
            _lay(shape, plot, notes, {number: found.get(f"note-line:{slug}@{number}") for number in notes})


def part_groups(shapes: Sequence[Any], shown: Mapping[str, tuple[Any, Chart]]) -> None:
    """Draw the line ``between:<chart>`` once before each group of categories but the first; it goes where none begins.

    Each copy is as high as the template's, and stands where a column of the group would begin.
    """
    for line in (each for each in shapes if name_of(each).startswith("between:")):
        shape, chart = shown.get(name_of(line).removeprefix("between:"), (None, None))
        if shape is not None and chart is not None:
            start, wide = plot_width(shape)
            for number, at in enumerate(chart.groups, start=1):
                _copy(line, number, shape.left + round(shape.width * (start + wide * at / len(chart.categories))))
        remove(line)


def _copy(line: Any, number: int, x: int) -> None:
    element = line._element  # noqa: SLF001 (python-pptx cannot copy a shape)
    fresh = deepcopy(element)
    look = fresh.find(f"*/{P}cNvPr")
    ids = (int(each.get("id")) for each in element.getroottree().iter(f"{P}cNvPr"))
    look.set("id", str(max(ids) + 1))
    look.set("name", f"{look.get('name')}@{number}")
    look.attrib.pop("descr", None)
    fresh.find(f".//{A}off").set("x", str(x))
    element.addprevious(fresh)


def _plot(shape: Any, chart: Chart, document: Document) -> _Plot:
    start, wide = plot_width(shape)
    top, high = plot_down(shape)
    columns = zip(*(series.values for series in chart.series), strict=True)
    numbers = ([document.figures[one].number or 0.0 for one in column if one] for column in columns)
    return _Plot(
        shape.left + round(start * shape.width),
        shape.top + round(top * shape.height),
        round(wide * shape.width),
        round(high * shape.height),
        tuple(max(column, default=0.0) for column in numbers),
    )


def _across(slide: Slide, shape: Any, plot: _Plot, places: tuple[int, int]) -> _Note:
    """Put a note over the middle of its columns, as wide as its words, inside the plot."""
    style = inherited(shape, slide, "Calibri")
    paragraphs = list(shape._element.iter(f"{A}p"))  # noqa: SLF001 (runs are measured in XML)
    shape.width = Emu(min(round(widest(paragraphs, style) * AIR * EMU_POINT), plot.wide))
    least, most = plot.left, plot.left + plot.wide - shape.width
    shape.left = Emu(max(least, min(most, plot.x(places) - shape.width // 2)))
    return _Note(shape, places, plot.highest(shape.left, shape.left + shape.width))


def _lay(chart: Any, plot: _Plot, notes: Mapping[int, _Note], lines: Mapping[int, Any]) -> None:
    """Give every note its height over the columns, on a scale that ends where there is room for all."""
    wanted = max(note.over / (1 - (note.shape.height + CLEAR) / plot.high) for note in notes.values())
    step = gridline_step(chart)
    end = math.ceil(max(wanted, *plot.tops) / step) * step if step else wanted
    end_at(chart, end)
    kept: list[_Note] = []
    for number, note in sorted(notes.items(), reverse=True):
        note.shape.top = Emu(plot.y(note.over, end) - CLEAR - note.shape.height)
        line = lines[number]
        if any(note.meets(other) for other in kept):
            remove(note.shape)
            continue
        kept.append(note)
        if line is not None:
            _lead(line, note, plot, plot.y(max(plot.tops[note.places[0] : note.places[1] + 1]), end))


def _lead(line: Any, note: _Note, plot: _Plot, foot: int) -> None:
    """Draw a line from a note down to its columns; none where they are close."""
    top = note.shape.top + note.shape.height
    if foot - top < LEAST_LINE:
        remove(line)
        return
    line.left, line.top, line.height = Emu(plot.x(note.places)), Emu(top), Emu(foot - top)
