"""Figures from tables: every metric over one dimension in a single pass, for the campaign and for its baseline."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import narwhals as nw
import pandas as pd

from campaignctl.metrics.counting import CAMPAIGN
from campaignctl.metrics.grouping import grouped
from campaignctl.metrics.ledger import Key, Ledger, Number
from campaignctl.metrics.measures import Kind, Measure, Table, blanks
from campaignctl.metrics.metric import Metric, Unit
from campaignctl.metrics.periods import Periods, share_of_day

BASELINE = "baseline"


@dataclass(frozen=True, slots=True)
class Dimension:
    """What a table can be broken down by; ``scope`` is the word in figure ids."""

    scope: str
    column: str


TOTAL = Dimension("total", "")
DAY = Dimension("day", "paid_day")
CATEGORY = Dimension("category", "campaign_category")
SELLER = Dimension("seller", "seller_id")
PRODUCT = Dimension("product", "product_id")
STREAM = Dimension("stream", "stream_key")


@dataclass(frozen=True, slots=True)
class Breakdown:
    """Measures by key: one frame for the campaign, one for its baseline (None without one), both indexed by key.

    Measures of the baseline are means over its windows, so they are not whole numbers.
    """

    dimension: Dimension
    campaign: pd.DataFrame
    baseline: pd.DataFrame | None
    measures: tuple[Measure, ...]

    @property
    def keys(self) -> list[Key]:
        """The keys of the campaign, the unknown one last."""
        return [None if pd.isna(key) else str(key) for key in self.campaign.index]


def breakdown(
    table: nw.LazyFrame[Any], metrics: Iterable[Metric], dimension: Dimension, periods: Periods, *, compare: bool = True
) -> Breakdown:
    """Return all measures of ``metrics`` by ``dimension``, from a prepared table of ``counting``."""
    measures = tuple({measure.name: measure for metric in metrics for measure in metric.measures}.values())
    keys = ["period", *([dimension.column] if dimension.column else [])]
    if not compare:
        table = table.filter(nw.col("period") == CAMPAIGN)
    by_period = grouped(table, measures, keys)
    now = by_period[by_period["period"] == CAMPAIGN]
    before = by_period[by_period["period"] != CAMPAIGN]
    campaign = _by_key(now, dimension)
    if dimension is TOTAL and campaign.empty:
        campaign = _zeros(measures)
    earlier = None
    if compare and periods.baseline and not before.empty:
        earlier = _baseline_days(before, periods) if dimension is DAY else _baseline(before, dimension, periods)
        campaign = _with_quiet_keys(campaign, earlier, measures)
    return Breakdown(dimension, campaign, earlier, measures)


def _by_key(frame: pd.DataFrame, dimension: Dimension) -> pd.DataFrame:
    if not dimension.column:
        return frame.drop(columns="period").set_axis(pd.Index(["total"] * len(frame), dtype="str"), axis=0)
    return frame.drop(columns="period").set_index(dimension.column)


def _zeros(measures: tuple[Measure, ...]) -> pd.DataFrame:
    names = [name for measure in measures for name in (measure.name, blanks(measure))]
    zero = pd.DataFrame(0, index=pd.Index(["total"], dtype="str"), columns=names, dtype="Int64")
    for measure in measures:
        if measure.kind is Kind.MAX:
            zero[measure.name] = pd.array([pd.NA], dtype="Int64")
    return zero


def _with_quiet_keys(campaign: pd.DataFrame, earlier: pd.DataFrame, measures: tuple[Measure, ...]) -> pd.DataFrame:
    """Add the keys that sold in the baseline and not in the campaign: those are zero, not missing."""
    quiet = earlier.index.difference(campaign.index, sort=True)
    if quiet.empty:
        return campaign
    zeros = pd.DataFrame(0, index=quiet, columns=campaign.columns, dtype="Int64")
    return pd.concat([campaign, zeros[campaign.columns]])


def _weighted(frame: pd.DataFrame, weights: "pd.Series[float]") -> pd.DataFrame:
    return frame.astype("Float64").mul(weights.astype("Float64"), axis=0)


def _baseline(before: pd.DataFrame, dimension: Dimension, periods: Periods) -> pd.DataFrame:
    """Sum the strata, each times its weight; a measure missing in one stratum is missing."""
    strata = periods.baseline.strata if periods.baseline else ()
    weights = before["period"].map({n: float(stratum.weight) for n, stratum in enumerate(strata, start=1)})
    keyed = _by_key(before, dimension)
    weights.index = keyed.index
    return _summed(_weighted(keyed, weights))


def _summed(frame: pd.DataFrame) -> pd.DataFrame:
    by_key = frame.groupby(level=0, dropna=False)
    return by_key.sum().mask(by_key.agg(lambda column: column.isna().any()).astype("bool"))


def _baseline_days(before: pd.DataFrame, periods: Periods) -> pd.DataFrame:
    """Return for each day of the campaign the mean of the earlier days that stand for it."""
    if periods.baseline is None:
        return before.iloc[:0]
    by_day = before.drop(columns="period").groupby("paid_day").sum(min_count=1).astype("Float64")
    rows = {}
    for day, stand_ins in periods.baseline.days.items():
        part = 1.0 if periods.baseline.windows else float(share_of_day(periods.campaign, day, periods.zone))
        found = by_day.reindex([str(stand_in) for stand_in in stand_ins]).fillna(0)
        rows[str(day)] = found.sum() * part / len(stand_ins)
    return pd.DataFrame.from_dict(rows, orient="index").astype("Float64").rename_axis("paid_day")


def enter(ledger: Ledger, metrics: Sequence[Metric], found: Breakdown, keys: Sequence[Key] | None = None) -> None:
    """Enter the figures of ``metrics`` for the campaign and, where there is one, its baseline.

    ``keys`` limits and orders the keys; the total has none.
    """
    wanted = found.keys if keys is None else list(keys)
    for metric in metrics:
        _enter(ledger, metric, found.campaign, found, wanted, "")
        if found.baseline is not None and metric.table is Table.ORDER_LINES:
            _enter(ledger, metric, found.baseline, found, wanted, BASELINE)


def _enter(ledger: Ledger, metric: Metric, frame: pd.DataFrame, found: Breakdown, keys: list[Key], period: str) -> None:
    by_key = {None if pd.isna(k) else str(k): n for n, k in enumerate(frame.index)}
    numbers = metric.combine(frame)
    for key in keys:
        at = by_key.get(key)
        value = natural(ledger, metric, numbers.iloc[at]) if at is not None else None
        reason = "" if value is not None else _reason(metric, frame, at, period)
        place = () if found.dimension is TOTAL else key
        ledger.enter(metric, value, found.dimension.scope, place, period=period, reason=reason)


def natural(ledger: Ledger, metric: Metric, number: object) -> Number | None:
    """Return a combined number in its natural unit: money as a decimal, whole counts as whole numbers."""
    if number is None or number is pd.NA or pd.isna(number):  # type: ignore[call-overload]
        return None
    if metric.unit is Unit.MONEY:
        return ledger.money(number)  # type: ignore[arg-type]
    exact = float(number)  # type: ignore[arg-type]
    return int(exact) if metric.unit in (Unit.COUNT, Unit.SECONDS) and exact.is_integer() else exact


def _reason(metric: Metric, frame: pd.DataFrame, at: int | None, period: str) -> str:
    if at is None:
        return "nothing sold in the baseline" if period else "no rows in the exports"
    absent = [m.words for m in metric.measures if pd.isna(frame[m.name].iloc[at])]
    return f"the exports do not give {absent[0]}" if absent else "nothing to divide by"


def pooled(ledger: Ledger, metrics: Sequence[Metric], found: Breakdown, keys: Sequence[Key], name: str) -> None:
    """Enter one figure per metric for several keys together, under the key ``name``; distinct counts are left out."""
    named = found.campaign.set_axis(pd.Index(found.keys, dtype="object"), axis=0)
    rows = named[[key in set(keys) for key in found.keys]]
    together = pd.DataFrame(
        {m.name: [_gathered(m, rows[m.name])] for m in found.measures if m.kind is not Kind.DISTINCT}, dtype="Int64"
    )
    for metric in metrics:
        if metric.can_be_pooled:
            value = natural(ledger, metric, metric.combine(together).iloc[0])
            ledger.enter(metric, value, found.dimension.scope, name, reason="" if value is not None else "not available")


def _gathered(measure: Measure, column: "pd.Series[int]") -> object:
    return column.max() if measure.kind is Kind.MAX else column.sum(min_count=1)
