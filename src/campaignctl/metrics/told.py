"""Measures over order lines among which stand rows that are sums already: the same measures, each in the way it can be.

A row of sums is a line whose amounts are those of many. What one can tell of single lines alone (how many orders they
were, which of them came back) it has columns of its own for, where the sums told it.
"""

from collections.abc import Sequence
from typing import Any

import narwhals as nw
import pandas as pd

from campaignctl.metrics.measures import Kind, Measure, blanks

SUMMED = "summed"
"""The flag of rows that are sums; a table without that column has none."""
CUT_BY = {
    "campaign_category": "category",
    "product_id": "product_id",
    "channel": "channel",
    "promotion_id": "promotion_id",
}
"""The cuts that figures are made by, and the key of the grouping that asks for each."""
WHOLE = ("period", "paid_day", "seller_id", "one")
"""Keys that ask for no cut: whoever is counted belongs to one of each."""

_NOTHING = nw.when(~nw.col(SUMMED)).then(nw.col("quantity"))
"""A whole number that no row of sums has; engines give a bare null a type of their own."""


def has_sums(table: nw.LazyFrame[Any]) -> bool:
    """Whether rows of ``table`` may be sums."""
    return SUMMED in table.collect_schema().names()


def told_column(measure: str, cut: str) -> str:
    """Return the column that gives a measure of sums for groups by ``cut``, or for groups by none of the cuts."""
    return f"told_{measure}_by_{cut}" if cut else f"told_{measure}"


def split(measure: Measure) -> str:
    """Return the column that says that sums give a measure, only not for groups like these."""
    return f"{measure.name}__split"


def of_sums(measure: Measure, keys: Sequence[str]) -> Measure:
    """Return a measure as it is taken from rows that are sums, in groups by ``keys``."""
    if measure.told is None:
        known = measure.kind is not Kind.DISTINCT
        return measure if known else _as(measure, _NOTHING)
    cuts = [key for key in keys if key not in WHOLE]
    if measure.told.over is None:
        return _as(measure, nw.col(told_column(measure.told.column, "")))
    if len(cuts) > 1 or not set(cuts) <= set(CUT_BY):
        return _as(measure, _NOTHING)
    return _as(measure, nw.col(told_column(measure.told.column, CUT_BY[cuts[0]] if cuts else "")))


def _as(measure: Measure, value: nw.Expr) -> Measure:
    where = measure.told.where if measure.told else measure.where
    return Measure(measure.name, measure.table, value, where, Kind.SUM, measure.words)


def together(lines: pd.DataFrame, sums: pd.DataFrame, measures: Sequence[Measure], keys: Sequence[str]) -> pd.DataFrame:
    """Return the groups of lines and those of sums as one frame of the same columns, and ``split`` of each measure.

    A count that some rows of sums lack is missing: a part of it would look like the whole. Where nothing counts, it is
    zero.
    """
    both = pd.concat([lines, _strict(sums, measures)], ignore_index=True)
    numbers = [name for measure in measures for name in (measure.name, blanks(measure))]
    marks = [split(measure) for measure in measures]
    both[marks] = both[[mark for mark in marks if mark in both]].reindex(columns=marks).fillna(0).astype("Int64")
    unknown = both[numbers].isna().groupby([both[key] for key in keys], dropna=False).any().reset_index(drop=True)
    found = both.groupby(list(keys), dropna=False)[[*numbers, *marks]].sum().reset_index()
    found[numbers] = found[numbers].mask(unknown)
    return found.sort_values(list(keys), na_position="last", ignore_index=True)


def _strict(sums: pd.DataFrame, measures: Sequence[Measure]) -> pd.DataFrame:
    strict = sums.copy()
    for measure in measures:
        if measure.told is not None:
            lacking = strict[blanks(measure)] > 0
            strict[split(measure)] = (lacking & bool(measure.told.asks)).astype("Int64")
            strict[measure.name] = strict[measure.name].mask(lacking)
            strict[blanks(measure)] = 0
    return strict


def single_lines(native: object) -> object:
    """Return order lines, a pandas frame or a DuckDB relation, without the rows that are sums."""
    lines: nw.LazyFrame[Any] = nw.from_native(native).lazy()  # type: ignore[call-overload]
    return lines.filter(~nw.col(SUMMED)).to_native() if has_sums(lines) else native
