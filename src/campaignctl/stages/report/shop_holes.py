"""Days of which one shop's exports hold nothing although the shop sells nearly every day.

A shop may sell nothing on a day. How often it does is told by all its other days: a run of empty days that this makes
all but impossible is a hole in its exports, and no zero.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

import narwhals as nw
import pandas as pd

from campaignctl.metrics.native import lazy
from campaignctl.stages.report.inputs import ReportInputs

CHANCE = 1e-3
"""A run is a hole where a shop with its share of empty days has one so long, anywhere, less often than this."""
FEW_EMPTY = 1 / 3
"""A shop with more empty days than this sells too little for its silence to say anything."""


def shop_holes(inputs: ReportInputs, whole: Sequence[date] = ()) -> Mapping[str, tuple[date, ...]]:
    """Return the days that single shops' exports lack between their first order and their last, by seller.

    Days in ``whole``, which no export holds at all, are told elsewhere and are no shop's own.
    """
    if inputs.order_lines is None:
        return {}
    day = nw.coalesce(nw.col("paid_day"), nw.col("created_day"))
    rows = lazy(inputs.order_lines).select(seller=nw.col("seller_id").cast(nw.String), day=day)
    frame = (
        rows.group_by("seller", "day")
        .agg(nw.len())
        .collect(backend="pandas")
        .to_native()[["seller", "day"]]
        .dropna()
        .astype("str")
    )
    held = {seller: {*map(date.fromisoformat, days)} for seller, days in frame.groupby("seller")["day"]}
    found = {seller: tuple(_holes(days, frozenset(whole))) for seller, days in held.items()}
    return {seller: days for seller, days in found.items() if days}


def _holes(held: set[date], whole: frozenset[date]) -> Iterator[date]:
    first, many = min(held), (max(held) - min(held)).days + 1
    days = [day for day in (first + timedelta(days=n) for n in range(many)) if day not in whole]
    empty = [day not in held for day in days]
    for start, length in _runs(empty):
        rest = len(days) - length
        usual = (sum(empty) - length + 1) / (rest + 2)
        if usual <= FEW_EMPTY and usual**length * len(days) < CHANCE:
            yield from days[start : start + length]


def _runs(empty: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """Yield where each run of empty days begins, and how long it is."""
    marks = pd.Series(empty, dtype="bool")
    for _, run in marks[marks].groupby((~marks).cumsum()[marks]):
        yield int(run.index[0]), len(run)
