"""Sales by what they can be broken down by, in the campaign and in the equal stretches before it.

The cube holds one row per stretch, day, seller, category, product and channel with sums that may be added up.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import pandas as pd

DIMENSIONS = ("day", "seller", "category", "product", "channel")
MEASURES = ("value", "list_value", "units", "seller_discount", "platform_discount", "cancelled_value", "refunded_value")
"""Money in minor units, units as counts; each is a sum over counted lines."""
CAMPAIGN = 0
"""The column of the campaign; -1 is the stretch just before it, -2 the one before that."""


@dataclass(frozen=True, slots=True)
class Row:
    """A measure of one key: ``past`` in order, the latest stretch last, and ``now``, the campaign's."""

    keys: tuple[str, ...]
    past: tuple[int, ...]
    now: int

    @property
    def key(self) -> str:
        """The key in words; of several dimensions, with a dot between."""
        return " · ".join(self.keys)

    def without(self, part: "Row") -> "Row":
        """Return what is left of a sum without one of its rows, without a key."""
        past = tuple(every - own for every, own in zip(self.past, part.past, strict=True))
        return Row((), past, self.now - part.now)


def together(rows: Sequence[Row]) -> Row:
    """Return the sum of rows, without a key; of none, a row that never sold."""
    return Row((), tuple(sum(each) for each in zip(*(row.past for row in rows), strict=True)), sum(r.now for r in rows))


@dataclass(frozen=True, slots=True)
class History:
    """``cube`` has ``stretch`` (0, -1, -2, ...), the dimensions as text and the measures as ``Int64``.

    ``drawn`` holds rows given directly, by measure and dimensions: those of drawn examples. ``whole`` is the cube with
    shops whose exports do not reach back to all stretches, where there are any: ``cube`` is without them, for what
    they have not handed in would look like growth.
    """

    cube: pd.DataFrame | None = None
    drawn: Mapping[tuple[str, ...], tuple[Row, ...]] = field(default_factory=dict)
    whole: pd.DataFrame | None = None
    _made: dict[tuple[str, ...], tuple[Row, ...]] = field(default_factory=dict)

    def rows(self, measure: str, *dimensions: str) -> tuple[Row, ...]:
        """Return ``measure`` by every key (or combination of keys) that sold in any stretch, in the keys' order.

        What was not sold is zero; lines that name no key are left out. Empty where there is no history.
        """
        wanted = (measure, *dimensions)
        if wanted in self.drawn or self.cube is None:
            return self.drawn.get(wanted, ())
        if wanted not in self._made:
            self._made[wanted] = _rows(self.cube, measure, dimensions)
        return self._made[wanted]

    def sold(self, measure: str, *dimensions: str) -> tuple[Row, ...]:
        """Return ``rows`` of every shop, for detectors that ask about the campaign alone."""
        return self.rows(measure, *dimensions) if self.whole is None else _rows(self.whole, measure, dimensions)

    def by_key(self, measure: str, *dimensions: str) -> dict[tuple[str, ...], Row]:
        """Return ``rows`` by their keys."""
        return {row.keys: row for row in self.rows(measure, *dimensions)}


def _rows(cube: pd.DataFrame, measure: str, dimensions: tuple[str, ...]) -> tuple[Row, ...]:
    table = cube.pivot_table(measure, list(dimensions), "stretch", aggfunc="sum", fill_value=0, observed=True)
    if table.empty:
        return ()
    earlier = [stretch for stretch in sorted(int(str(column)) for column in table.columns) if stretch < CAMPAIGN]
    columns = [table[stretch].astype("int64").tolist() for stretch in earlier]
    current = table[CAMPAIGN].astype("int64").tolist() if CAMPAIGN in table else [0] * len(table)
    keys = [key if isinstance(key, tuple) else (key,) for key in table.index.tolist()]
    past = zip(*columns, strict=True) if columns else [()] * len(keys)
    return tuple(
        Row(tuple(map(str, key)), before, after) for key, before, after in zip(keys, past, current, strict=True)
    )
