"""How many orders sums stand for: which rows may say it, for figures by shop and day, and for those by each cut.

Rows by product cannot be added up to orders. Where the same days were summed without products too, those rows say it,
and the number is put down once for the shop's day.
"""

from collections.abc import Iterator, Sequence

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from campaignctl.metrics.lines import (
    CANCELLED_ORDERS,
    CANCELLED_VALUE,
    ORDERS,
    REFUNDED_ORDERS,
    REFUNDED_VALUE,
    RETURNED_UNITS,
    SKU_ORDERS,
)
from campaignctl.metrics.measures import Told
from campaignctl.metrics.told import CUT_BY, told_column
from campaignctl.stages.report.summed.cuts import Cut
from campaignctl.stages.report.summed.rows import BIT

Bits = NDArray[np.int64]
Flags = NDArray[np.bool_]
BACK = tuple(measure.told for measure in (CANCELLED_VALUE, REFUNDED_VALUE, RETURNED_UNITS) if measure.told)
COUNTED = tuple(m.told for m in (ORDERS, SKU_ORDERS, CANCELLED_ORDERS, REFUNDED_ORDERS) if m.told)
ASKED = ("", *CUT_BY.values())
COLUMNS = (
    *(told_column(told.column, "") for told in BACK),
    *(told_column(told.column, asked) for told in COUNTED for asked in ASKED),
)
"""The columns that rows of sums have beside those of order lines."""


def with_counts(cut: Cut, own: Sequence[str], *, registered: bool) -> pd.DataFrame:
    """Return the rows that count with ``COLUMNS``.

    ``own`` are the sellers that have a category of their own, under which all their orders count. Where ``registered``
    SKUs alone count, a coarser row says nothing of them.
    """
    rows = cut.rows.reset_index(drop=True)
    coarser = cut.coarser.iloc[:0] if registered else cut.coarser
    made = {told_column(told.column, ""): rows[told.column] for told in BACK}
    for told in COUNTED:
        for asked in ASKED:
            made[told_column(told.column, asked)] = _count(rows, coarser, told, asked, own)
    return rows.assign(**made)


def _count(rows: pd.DataFrame, coarser: pd.DataFrame, told: Told, asked: str, own: Sequence[str]) -> pd.Series:
    mine = rows[told.column].where(_may(rows, told, asked, own))
    others = coarser[_may(coarser, told, asked, own) & coarser[told.column].notna()]
    lacking = set(rows.loc[mine.isna(), "cell"])
    others = others[others["cell"].isin(lacking)]
    if others.empty:
        return mine
    chosen = others.sort_values(["cut", "source"]).groupby("cell")["source"].first()
    others = others[others["source"].to_numpy() == chosen.reindex(others["cell"]).to_numpy()]
    return mine.where(~rows["cell"].isin(chosen.index), _put_down(rows, others, told.column, asked))


def _put_down(rows: pd.DataFrame, others: pd.DataFrame, column: str, asked: str) -> pd.Series:
    """Return the counts of ``others`` on the first row of their shop, day and cut, and zero on the rest."""
    keys = ["cell", *([asked] if asked in {"product_id", "channel", "promotion_id"} else [])]
    sums = others.groupby(keys, dropna=False)[column].sum().reset_index()
    found = rows[keys].merge(sums, on=keys, how="left")[column].set_axis(rows.index).astype("Int64")
    return found.where(~rows.duplicated(keys), 0)


def _may(rows: pd.DataFrame, told: Told, asked: str, own: Sequence[str]) -> Flags:
    """Return which rows may be added up to groups by ``asked``: whoever is counted stands in one of them only."""
    bits: Bits = rows["cut"].to_numpy(dtype="int64")
    free = sum(_bits(told.over or ())) | BIT.get(asked, 0)
    alone: Flags = (bits & ~np.int64(free)) == 0
    if asked == "category":  # a shop's own category holds all its orders; by any other an order may lie in two
        by_shop = rows["seller_id"].isin(own).to_numpy(dtype=bool) & ("category" not in (told.over or ()))
        return alone & ~(by_shop & ((bits & BIT[asked]) > 0))
    return alone & ((bits & BIT[asked]) > 0) if asked else alone


def _bits(names: Sequence[str]) -> Iterator[int]:
    return (BIT[name] for name in names)
