"""Which rows of sums count: of a shop's day those of one cut, and none where there are order lines of it.

Sums at two cuts hold the same sales twice. The finer ones count, for they can be told apart further; a coarser one may
still say how many orders there were, which finer ones cannot.
"""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from campaignctl.domain.sums import MEASURES
from campaignctl.stages.report.summed.rows import days_of, files_of
from campaignctl.stages.report.taken_sums import LeftOut

CELL = ["seller_id", "paid_day"]


@dataclass(frozen=True, slots=True, eq=False)
class Cut:
    """``rows`` count. ``coarser`` are of the same shops and days, and tell counts alone.

    Both have ``cell``, a number for each shop and day, and ``source``, one for each file and cut.
    """

    rows: pd.DataFrame
    coarser: pd.DataFrame
    beside_orders: LeftOut | None
    totals: LeftOut | None
    at_other_cuts: LeftOut | None


def cut(rows: pd.DataFrame, ordered: pd.DataFrame | None) -> Cut:
    """Return which of ``rows.meant`` count; ``ordered`` has a row for each seller and day with a paid order line."""
    held, beside = _apart(rows, _ordered(rows, ordered))
    held, totals = _apart(held, _sums_up(held))
    leading, rest = _led(held)
    return Cut(leading, rest, left_out(beside), left_out(totals), left_out(rest))


def _apart(rows: pd.DataFrame, mask: pd.Series) -> tuple[pd.DataFrame, pd.DataFrame]:
    return rows[~mask], rows[mask]


def left_out(rows: pd.DataFrame) -> LeftOut | None:
    """Return what is to be said of rows that do not count; None where there are none."""
    return None if rows.empty else LeftOut(len(rows), files_of(rows), *days_of(rows))


def _ordered(rows: pd.DataFrame, ordered: pd.DataFrame | None) -> pd.Series:
    """Return which rows are of a shop and day with order lines; where either names no shop, the day alone decides."""
    if ordered is None or ordered.empty:
        return pd.Series(data=False, index=rows.index)
    named = ordered.dropna()
    pairs = set(zip(named["seller_id"], named["paid_day"], strict=True))
    own = pd.Series([pair in pairs for pair in zip(rows["seller_id"], rows["paid_day"], strict=True)], rows.index)
    of_nobody = ordered[ordered["seller_id"].isna()]["paid_day"]
    anybody = rows["seller_id"].isna() & rows["paid_day"].isin(ordered["paid_day"])
    return own.astype(bool) | rows["paid_day"].isin(of_nobody) | anybody


def _sums_up(rows: pd.DataFrame) -> pd.Series:
    """Return which rows name no shop on a day on which others do: whether they hold the others' sales nobody knows."""
    named = rows.loc[rows["seller_id"].notna(), "paid_day"]
    return rows["seller_id"].isna() & rows["paid_day"].isin(named)


def _led(rows: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return the rows of each shop's day at the finest cut of one file, and the others."""
    source = rows.groupby(["file", "sheet", "cut", "hourly"], dropna=False, observed=True).ngroup()
    numbered = rows.assign(cell=rows.groupby(CELL, dropna=False).ngroup(), source=source)
    depth = numbered["cut"].map(lambda bits: int(bits).bit_count()) + numbered["hourly"]
    ranks = numbered.assign(depth=depth, has_gmv=numbered["measures"] >= len(MEASURES))
    order = ["has_gmv", "depth", "measures", "source"]
    best = ranks.sort_values(order).groupby("cell")["source"].last()
    leads = numbered["source"].to_numpy() == best.reindex(numbered["cell"]).to_numpy()
    return numbered[np.asarray(leads, dtype=bool)], numbered[~np.asarray(leads, dtype=bool)]
