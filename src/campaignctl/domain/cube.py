"""A cube is what a campaign sold, cut small enough that a page or a workbook can add it up again for any choice.

It holds sums only. What counts each thing once (orders, buyers) cannot be added up over parts, so a cube does not have
it: for one choice it is a figure of the report, for several together nobody can tell it from the parts.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from campaignctl.domain.formats import Format


@dataclass(frozen=True, slots=True)
class Member:
    """One seller, day or promotion: its word in figure ids (none where it has no figures) and its name for people."""

    slug: str
    label: str


@dataclass(frozen=True, slots=True)
class Axis:
    """What one can choose by. ``scope`` is the word in figure ids, ``everything`` the choice of all ("All sellers").

    Members stand in the order of their GMV, days as they come; ``partial`` are the places of days that are not over.
    """

    scope: str
    label: str
    everything: str
    members: tuple[Member, ...]
    partial: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """A metric as it is read off the cube: what is added, what is taken off, and what the rest is divided by.

    Measures are those of the cube. A reading that adds nothing counts each thing once, or is no sum at all, and has no
    value but its figures; ``why`` then says so to people, ``briefly`` where there is room for few words. Over the axes
    of ``adds_over`` its figures may still be added. ``metric`` may be a comparison (``gmv~expected_gap``).
    """

    metric: str
    label: str
    format: Format
    unit: str
    plus: tuple[str, ...] = ()
    minus: tuple[str, ...] = ()
    over: tuple[str, ...] = ()
    why: str = ""
    adds_over: tuple[str, ...] = ()
    briefly: str = ""

    def figure(self, place: str = "total") -> str:
        """Return the id of its figure at a place: ``total``, ``seller.s-001``."""
        word, sign, comparison = self.metric.partition("~")
        return f"{word}.{place}{sign}{comparison}"

    @property
    def is_additive(self) -> bool:
        """Whether the parts add up to the whole."""
        return bool(self.plus) and not self.over

    def of(self, sums: Mapping[str, int]) -> int | float | None:
        """Return the value for the ``sums`` of all measures: money in minor units; None where it cannot be told."""
        if not self.plus:
            return None
        top = sum(sums[name] for name in self.plus) - sum(sums[name] for name in self.minus)
        if not self.over:
            return top
        below = sum(sums[name] for name in self.over)
        return top / below if below else None


@dataclass(frozen=True, slots=True)
class Cube:
    """Rows of whole numbers: per axis the place of its member, then the measures, money in minor units."""

    axes: tuple[Axis, ...]
    measures: tuple[str, ...]
    rows: tuple[tuple[int, ...], ...]
    readings: tuple[Reading, ...]
    currency: str

    def axis(self, scope: str) -> Axis | None:
        """Return the axis of ``scope``, if the cube has it."""
        return next((axis for axis in self.axes if axis.scope == scope), None)

    def reading(self, metric: str) -> Reading | None:
        """Return the reading of ``metric``, if the cube has it."""
        return next((reading for reading in self.readings if reading.metric == metric), None)

    def reading_of(self, figure: str) -> Reading | None:
        """Return the reading of which ``figure`` is the whole's, if the cube has it."""
        return next((reading for reading in self.readings if reading.figure() == figure), None)

    def sums(self, chosen: Mapping[str, int]) -> dict[str, int]:
        """Return the sum of every measure over the rows of the ``chosen`` members (scope: place on its axis)."""
        at = {self._place(scope): member for scope, member in chosen.items()}
        rows = [row for row in self.rows if all(row[place] == member for place, member in at.items())]
        first = len(self.axes)
        return {name: _added(rows, first + number) for number, name in enumerate(self.measures)}

    def sums_by(self, scope: str) -> tuple[dict[str, int], ...]:
        """Return the sum of every measure for each member of an axis, in its order; ``KeyError`` without the axis."""
        place, first = self._place(scope), len(self.axes)
        found = [dict.fromkeys(self.measures, 0) for _ in self.axes[place].members]
        for row in self.rows:
            into = found[row[place]]
            for name, number in zip(self.measures, row[first:], strict=True):
                into[name] += number
        return tuple(found)

    def _place(self, scope: str) -> int:
        for place, axis in enumerate(self.axes):
            if axis.scope == scope:
                return place
        raise KeyError(scope)


def _added(rows: Iterable[Sequence[int]], column: int) -> int:
    return sum(row[column] for row in rows)
