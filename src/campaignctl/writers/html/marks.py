"""The bars and columns of a chart on the page, the words at them, and the lines and ticks they are held against."""

from collections.abc import Sequence
from dataclasses import dataclass

from campaignctl.domain.charts import Role
from campaignctl.writers.html.box import SIDE, TOP, Box
from campaignctl.writers.html.places import place_of
from campaignctl.writers.report.cards import BELOW
from campaignctl.writers.report.cells import plain
from campaignctl.writers.report.drawn import Drawn
from campaignctl.writers.report.measure import pixels

BAR = 22.0
NO_DATA = "no data"
LABEL_SIZE = 10  # points, 13 pixels
LONGEST_LABEL = 136.0
LEAST_SLOT = 46.0  # pixels that a label of a column needs
LETTER = 13.0  # pixels that a label is high


@dataclass(frozen=True, slots=True)
class MarkView:
    """One bar or column with its label; ``slug`` names its member."""

    slug: str
    name: str
    label: str  # the name as far as there is room
    words: str
    lacks: str  # behind the words, of one that missed its target: by how much
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
    missing: bool = False  # the data hold nothing of it: it stands as high as there is room, and says so
    plans: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LineView:
    """A line over columns, or the ticks of bars: a path and the dots on it."""

    name: str
    role: str
    path: str
    dots: tuple[tuple[float, float], ...]


def columns(box: Box) -> list[MarkView]:
    """Return a column for every category; where they stand close, not every one is named."""
    width = min(52.0, box.slot * 0.68)
    every = max(1, -(-int(LEAST_SLOT) // max(1, int(box.slot))))
    found = []
    for at, (name, one) in enumerate(zip(box.chart.categories, box.bars.values, strict=True)):
        missing = at in box.chart.missing
        high = box.foot - TOP if missing else box.value(one)
        middle = SIDE + box.slot * (at + 0.5)
        top = box.foot - high
        found.append(
            MarkView(
                slug=place_of(one).slug if one else "",
                name=plain(name),
                label=_fitted(_short(plain(name)), box.slot * every),
                words=NO_DATA if missing else box.document.figures[one].words if one else "–",
                lacks="",
                x=_tenth(middle - width / 2),
                y=_tenth(top),
                width=_tenth(width),
                height=_tenth(high),
                at=(_tenth(middle), _tenth(_clear(box, at, top - 6))),
                named_at=(_tenth(middle), box.high - 8),
                role=box.bars.roles[at].value,
                named=at % every == 0,
                valued=box.slot >= LEAST_SLOT,
                partial=at in box.chart.partial,
                missing=missing,
                plans=box.words(at),
            )
        )
    return found


def bars(box: Box) -> list[MarkView]:
    """Return a bar for every category, its words behind the longest thing in its row."""
    found = []
    for at, (name, one) in enumerate(zip(box.chart.categories, box.bars.values, strict=True)):
        long = box.value(one)
        role = box.bars.roles[at]
        words = box.document.figures[one].words if one else "–"
        middle = box.middle(at)
        end = max(long, *(box.value(row.values[at]) for row in box.plans), 0)
        found.append(
            MarkView(
                slug=place_of(one).slug if one else "",
                name=plain(name),
                label=_fitted(plain(name), box.left - 10),
                words=words,
                lacks=_lacks(box, one) if role is Role.ATTENTION else "",
                x=_tenth(box.left),
                y=_tenth(middle - BAR / 2),
                width=_tenth(long),
                height=BAR,
                at=(_tenth(box.left + end + 7), _tenth(middle + 4)),
                named_at=(_tenth(box.left - 8), _tenth(middle + 4)),
                role=role.value,
                partial=at in box.chart.partial,
                plans=box.words(at),
            )
        )
    return found


def _lacks(box: Box, one: str | None) -> str:
    """Return `` ▼ −35%``; the arrow alone where the change is not told."""
    change = box.document.figures.get(f"{one}~target")
    return f" {BELOW} {change.words}" if change is not None and change.value is not None else f" {BELOW}"


def line(box: Box, row: Drawn) -> LineView:
    """Return a row as a line over the columns, from dot to dot."""
    dots = tuple(
        (_tenth(SIDE + box.slot * (at + 0.5)), _tenth(box.foot - box.value(one)))
        for at, one in enumerate(row.values)
        if one
    )
    path = " ".join(f"{'L' if number else 'M'}{x:g} {y:g}" for number, (x, y) in enumerate(dots))
    return LineView(plain(row.name), row.role.value, path, dots if row.role is not Role.TARGET else ())


def ticks(box: Box, row: Drawn) -> LineView:
    """Return a row as a tick across each bar."""
    ends = [
        (_tenth(box.left + box.value(one)), _tenth(box.middle(at) - BAR / 2 - 2))
        for at, one in enumerate(row.values)
        if one
    ]
    return LineView(plain(row.name), "tick", " ".join(f"M{x:g} {y:g}v{BAR + 4:g}" for x, y in ends), ())


def label_room(names: Sequence[str]) -> float:
    """Return how many pixels the names of bars take at the left, up to the longest there is room for."""
    return min(LONGEST_LABEL, max((pixels(plain(name), LABEL_SIZE) for name in names), default=0) + 14)


def _clear(box: Box, at: int, foot: float) -> float:
    """Return where the words over a column stand, clear of the lines that pass there."""
    heights = (box.foot - box.value(row.values[at]) for row in box.plans if row.values[at])
    for height in sorted(heights, reverse=True):
        if foot - LETTER < height < foot + 4:
            foot = height - 6
    return foot


def _short(day: str) -> str:
    """Return ``Fri 20`` of ``Fri Nov 20``: the month stands in the line below the title."""
    words = day.split(" ")
    return f"{words[0]} {words[2]}" if len(words) == 3 and words[2].isdigit() else day


def _fitted(name: str, room: float) -> str:
    """Return a name as far as there is room for it, with an ellipsis where it is cut."""
    if pixels(name, LABEL_SIZE) <= room:
        return name
    cut = next((name[:end] for end in range(len(name), 0, -1) if pixels(name[:end] + "…", LABEL_SIZE) <= room), "")
    return cut.rstrip() + "…"


def _tenth(number: float) -> float:
    return round(number, 1)
