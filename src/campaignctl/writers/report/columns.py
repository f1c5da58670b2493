"""The columns of a sheet right of its gutter, and how cards, tables and charts share them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import accumulate

from campaignctl.writers.report.measure import column_pixels

FIRST = 1  # column B; A is the gutter
GUTTER_WIDTH = 2.0
BLOCKS = 5
NARROWEST_PAGE = 960  # pixels; a page of few columns still has room for its title and a chart
FILLER_WIDTH = 9.0
PAPER = 990
"""Pixels across a landscape page at full size."""

SMALLEST_PRINT = 0.55
"""The scale below which type of 11 points cannot be read on paper: a wider sheet prints on pages side by side."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Column widths in characters, from B on; ``gutters`` are the positions that keep blocks apart.

    Where only the first ``printed`` columns are printed, cards and lines of words stay above those; so they do above
    those of the first page where ``breaks`` are the positions at which a further page begins. ``cards`` is over how
    many columns how many cards stand, where these are not five blocks of the whole page.
    """

    widths: tuple[float, ...]
    gutters: frozenset[int] = frozenset()
    printed: int | None = None
    cards: tuple[int, int] | None = None
    breaks: tuple[int, ...] = ()

    @property
    def edges(self) -> tuple[int, ...]:
        """The left edge of each column in pixels, and the right edge of the last."""
        return _edges(self.widths)

    @property
    def pixels(self) -> int:
        """The width of the page, of the first where there are more side by side, in pixels."""
        return self.edges[self.last_together - FIRST + 1]

    @property
    def last(self) -> int:
        """The sheet's number of the last column."""
        return FIRST + len(self.widths) - 1

    @property
    def last_printed(self) -> int:
        """The sheet's number of the last column that is printed."""
        return self.last if self.printed is None else FIRST + self.printed - 1

    @property
    def last_together(self) -> int:
        """The sheet's number of the last column on the first page."""
        return FIRST + self.breaks[0] - 1 if self.breaks else self.last_printed

    @property
    def scale(self) -> int:
        """The percentage at which each of the pages side by side fits its paper; all but the first repeat a column."""
        ends = (*self.breaks, len(self.widths))
        starts = (0, *self.breaks)
        pages = (self.room(start, end - 1) + (start and self.edges[1]) for start, end in zip(starts, ends, strict=True))
        return min(100, int(100 * PAPER / (max(pages) + column_pixels(GUTTER_WIDTH))))

    def room(self, first: int, last: int) -> int:
        """Return the pixels between the left edge of position ``first`` and the right edge of ``last``."""
        return self.edges[last + 1] - self.edges[first]

    def spans(self, shares: Sequence[float]) -> tuple[tuple[int, int], ...]:
        """Return first and last position per share, in order; each begins at the column nearest to its due place."""
        whole = sum(shares)
        starts: list[int] = []
        for before in accumulate(shares[:-1], initial=0.0):
            least = starts[-1] + 1 if starts else 0
            most = len(self.widths) - (len(shares) - len(starts))
            free = [at for at in range(least, most + 1) if at not in self.gutters] or [least]
            due = before / whole * self.pixels
            starts.append(min(free, key=lambda at: (abs(self.edges[at] - due), at)))
        return tuple(zip(starts, [*(start - 1 for start in starts[1:]), len(self.widths) - 1], strict=True))

    def block_spans(self) -> tuple[tuple[int, int], ...]:
        """Return equal spans without the gutter behind each: the places of cards, five where it is not said."""
        over, blocks = self.cards or (self.printed or len(self.widths), BLOCKS)
        page = Columns(self.widths[:over], self.gutters)
        return tuple(
            (first, last - (last in self.gutters and last > first)) for first, last in page.spans([1.0] * blocks)
        )


@cache
def _edges(widths: tuple[float, ...]) -> tuple[int, ...]:
    return (0, *accumulate(column_pixels(width) for width in widths))


def on_paper(columns: Columns, groups: Sequence[int]) -> Columns:
    """Return the columns with the places where a page ends so that every one can be read.

    It ends before a group of columns, whose positions ``groups`` gives, or before any where a group is too wide.
    """
    most = PAPER / SMALLEST_PRINT
    if columns.pixels <= most or columns.gutters or columns.printed is not None:
        return columns
    breaks: list[int] = []
    start = 0
    for at in range(1, len(columns.widths)):
        repeated = columns.edges[1] if start else 0
        if columns.room(start, at) + repeated > most:
            start = max((group for group in groups if start < group <= at), default=at)
            breaks.append(start)
    return replace(columns, breaks=tuple(breaks))


def grid() -> Columns:
    """Return the grid of a summary: five blocks of two columns with a gutter between them."""
    widths = ((17.5, 17.5, 1.6) * BLOCKS)[:-1]
    return Columns(widths, frozenset(range(2, len(widths), 3)))


def page_of(widths: Sequence[float], printed: int | None = None) -> Columns:
    """Return the columns of a table, with empty ones added to a page that would be too narrow."""
    missing = NARROWEST_PAGE - sum(column_pixels(width) for width in widths)
    filler = max(0, -(-missing // column_pixels(FILLER_WIDTH)))
    return Columns((*widths, *(FILLER_WIDTH,) * filler), printed=None if filler else printed)
