"""Sales by what they can be broken down by, in the campaign and in the equal stretches before it.

The cube holds one row per stretch, day, seller, category, product and channel with sums that may be added up.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

import pandas as pd

DIMENSIONS = ("day", "seller", "category", "product", "channel")
MEASURES = ("value", "list_value", "units", "seller_discount", "platform_discount", "cancelled_value", "refunded_value")
"""Money in minor units, units as counts; each is a sum over counted lines."""
CAMPAIGN = 0
"""The column of the campaign; -1 is the stretch just before it, -2 the one before that."""

Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class History:
    """``cube`` has ``stretch`` (0, -1, -2, ...), the dimensions as text and the measures as ``Int64``.

    ``drawn`` holds tables given directly, by (measure, dimension): those of drawn examples.
    """

    cube: pd.DataFrame | None = None
    drawn: Mapping[Key, pd.DataFrame] = field(default_factory=dict)
    _made: dict[Key, pd.DataFrame] = field(default_factory=dict)

    def of(self, measure: str, dimension: str) -> pd.DataFrame:
        """Return ``measure`` by key of ``dimension``: a row per key, a column per stretch, the campaign last.

        What was not sold is zero; rows that name no key are left out. Empty where there is no history.
        """
        key = (measure, dimension)
        if key in self.drawn:
            return self.drawn[key]
        if self.cube is None:
            return pd.DataFrame()
        if key not in self._made:
            self._made[key] = self.cube.pivot_table(
                measure, dimension, "stretch", aggfunc="sum", fill_value=0, observed=True
            )
        return self._made[key]

    def total(self, measure: str) -> pd.Series:
        """Return ``measure`` by stretch."""
        by_key = self.of(measure, "category")
        return by_key.sum() if not by_key.empty else pd.Series(dtype="Int64")


def past(row: pd.Series) -> list[int]:
    """Return a row's earlier values in order, the latest last."""
    return [int(value) for stretch, value in row.items() if int(str(stretch)) < CAMPAIGN]


def now(row: pd.Series) -> int:
    """Return a row's value in the campaign, 0 when it has none."""
    return int(row.get(CAMPAIGN, 0))
