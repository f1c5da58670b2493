"""Figures from tables: every metric over one dimension in a single pass, for the campaign and for its baseline."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

import narwhals as nw
import pandas as pd

from campaignctl.metrics.counting import CAMPAIGN
from campaignctl.metrics.grouping import grouped
from campaignctl.metrics.ledger import At, Key, Ledger, Number
from campaignctl.metrics.measures import Kind, Measure, blanks
from campaignctl.metrics.metric import Metric, Unit
from campaignctl.metrics.periods import Periods, share_of_day
from campaignctl.metrics.told import split

BASELINE = "baseline"


@dataclass(frozen=True, slots=True)
class Dimension:
    """What a table can be broken down by; ``scope`` is the word in figure ids."""

    scope: str
    column: str


BY_TOTAL = Dimension("total", "")
BY_DAY = Dimension("day", "paid_day")
BY_CATEGORY = Dimension("category", "campaign_category")
BY_SELLER = Dimension("seller", "seller_id")
BY_PRODUCT = Dimension("product", "product_id")
BY_CHANNEL = Dimension("channel", "channel")
BY_PROMOTION = Dimension("promotion", "promotion_id")
BY_STREAM = Dimension("stream", "stream_key")


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
        return _keys(self.campaign)


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
    if dimension is BY_TOTAL and campaign.empty:
        campaign = _zeros(measures)
    earlier = None
    if compare and periods.baseline and not before.empty:
        earlier = _baseline_days(before, periods) if dimension is BY_DAY else _baseline(before, dimension, periods)
        campaign = _with_quiet_keys(campaign, earlier.index.difference(campaign.index, sort=True))
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


def _with_quiet_keys(campaign: pd.DataFrame, quiet: "pd.Index[Any]") -> pd.DataFrame:
    """Add keys that sold nothing in the campaign: those are zero, not missing."""
    if quiet.empty:
        return campaign
    zeros = pd.DataFrame(0, index=quiet, columns=campaign.columns, dtype="Int64")
    return pd.concat([campaign, zeros])


def with_quiet(found: Breakdown, keys: Iterable[str]) -> Breakdown:
    """Return a breakdown in which ``keys`` that the data know, but did not sell, stand with zeros."""
    quiet = pd.Index(sorted(set(keys) - {key for key in found.keys if key is not None}), dtype="str")
    return replace(found, campaign=_with_quiet_keys(found.campaign, quiet))


def together(found: Breakdown, parts: Sequence[Breakdown]) -> Breakdown:
    """Return ``found`` with a baseline that is the sum of those of ``parts``, each of other rows of one table."""
    told = [part.baseline for part in parts if part.baseline is not None]
    if not told:
        return replace(found, baseline=None)
    earlier = _summed(pd.concat(told))
    return replace(
        found,
        campaign=_with_quiet_keys(found.campaign, earlier.index.difference(found.campaign.index, sort=True)),
        baseline=earlier,
    )


def _baseline(before: pd.DataFrame, dimension: Dimension, periods: Periods) -> pd.DataFrame:
    """Sum the strata, each times its weight; a measure missing in one stratum is missing."""
    strata = periods.baseline.strata if periods.baseline else ()
    keyed = _by_key(before, dimension).astype("Float64")
    for number, stratum in enumerate(strata, start=1):
        mine = (before["period"] == number).to_numpy()
        keyed.loc[mine] = keyed.loc[mine] * stratum.weight.numerator / stratum.weight.denominator
    return _summed(keyed)


def _summed(frame: pd.DataFrame) -> pd.DataFrame:
    unknown = frame.isna().groupby(level=0, dropna=False).any()
    return frame.groupby(level=0, dropna=False).sum().mask(unknown)


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
    """Enter the figures of ``metrics`` for the campaign; ``keys`` limits the keys."""
    for metric in metrics:
        _enter(ledger, metric, found.campaign, _places(found, keys))


def enter_baseline(
    ledger: Ledger, metrics: Sequence[Metric], found: Breakdown, keys: Sequence[Key] | None = None
) -> None:
    """Enter the figures of ``metrics`` for the baseline, if there is one, under the period ``baseline``."""
    enter_other(ledger, metrics, found, BASELINE, keys)


def enter_other(
    ledger: Ledger, metrics: Sequence[Metric], found: Breakdown, period: str, keys: Sequence[Key] | None = None
) -> None:
    """Enter the figures of ``metrics`` for what the campaign is compared with, under the word ``period``."""
    if found.baseline is not None:
        for metric in metrics:
            _enter(ledger, metric, found.baseline, [at.on(period) for at in _places(found, keys)])


def _places(found: Breakdown, keys: Sequence[Key] | None) -> list[At]:
    if found.dimension is BY_TOTAL:
        return [At()]
    return [At(found.dimension.scope, key) for key in (found.keys if keys is None else keys)]


def _enter(ledger: Ledger, metric: Metric, frame: pd.DataFrame, places: list[At]) -> None:
    rows = {key: n for n, key in enumerate(_keys(frame))}
    numbers = metric.combine(frame)
    for at in places:
        row = rows.get(at.key or "total" if at.scope == "total" else at.key)
        value = None if row is None else natural(ledger, metric, numbers.iloc[row])
        reason = "" if value is not None else _reason(metric, frame, row, at.period)
        ledger.enter(metric, value, at, reason=reason)


def _keys(frame: pd.DataFrame) -> list[Key]:
    return [None if pd.isna(key) else str(key) for key in frame.index]


def natural(ledger: Ledger, metric: Metric, number: object) -> Number | None:
    """Return a combined number in its natural unit: money as a decimal, whole counts as whole numbers."""
    if number is pd.NA or number is None:
        return None
    exact = Decimal(str(number))
    if metric.unit is Unit.MONEY:
        return ledger.money(exact)
    return int(exact) if metric.unit in {Unit.COUNT, Unit.SECONDS} and exact == int(exact) else float(exact)


def _reason(metric: Metric, frame: pd.DataFrame, row: int | None, period: str) -> str:
    if row is None:
        return "nothing sold in the baseline" if period else "no rows in the exports"
    absent = [m for m in metric.measures if pd.isna(frame[m.name].iloc[row])]
    for measure in absent:
        if measure.told and split(measure) in frame and frame[split(measure)].iloc[row] > 0:
            return measure.told.asks
    if absent:
        return f"the exports do not give {absent[0].words}"
    left = [m.words for m in metric.measures if blanks(m) in frame and (frame[blanks(m)].iloc[row] or 0) > 0]
    return f"some lines do not give {left[0]}" if left else "nothing to divide by"


def pooled(ledger: Ledger, metrics: Sequence[Metric], found: Breakdown, keys: Sequence[Key], at: At | str) -> None:
    """Enter one figure per metric for several keys together; distinct counts are left out.

    ``at`` is their place, or a key of the breakdown's own scope.
    """
    place = At(found.dimension.scope, at) if isinstance(at, str) else at
    rows = found.campaign[[key in set(keys) for key in found.keys]]
    summed = [m for m in found.measures if m.kind is not Kind.DISTINCT]
    gathered = {m.name: [_gathered(m, rows[m.name])] for m in summed}
    gathered |= {blanks(m): [rows[blanks(m)].sum()] for m in summed}
    together = pd.DataFrame(gathered, dtype="Int64")
    for metric in metrics:
        if metric.can_be_pooled:
            value = natural(ledger, metric, metric.combine(together).iloc[0])
            ledger.enter(metric, value, place, reason="" if value is not None else _reason(metric, together, 0, ""))


def _gathered(measure: Measure, column: "pd.Series[int]") -> object:
    return column.max() if measure.kind is Kind.MAX else column.sum(min_count=1)
