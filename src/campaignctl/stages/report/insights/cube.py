"""The cube of sales that detectors look at: the campaign and every earlier window of its length and weekdays."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from fractions import Fraction
from typing import Any
from zoneinfo import ZoneInfo

import narwhals as nw
import pandas as pd

from campaignctl.insights.history import MEASURES, History, Row
from campaignctl.metrics.counting import with_period
from campaignctl.metrics.grouping import grouped
from campaignctl.metrics.lines import (
    CANCELLED_VALUE,
    LIST_VALUE,
    PLATFORM_DISCOUNT,
    REFUNDED_VALUE,
    SELLER_DISCOUNT,
    UNITS,
    VALUE,
)
from campaignctl.metrics.periods import Baseline, Periods, Stratum
from campaignctl.stages.report.basis import Basis
from campaignctl.stages.report.reach import but

_MEASURES = (VALUE, LIST_VALUE, UNITS, SELLER_DISCOUNT, PLATFORM_DISCOUNT, CANCELLED_VALUE, REFUNDED_VALUE)
_KEYS = {
    "period": "stretch",
    "paid_day": "day",
    "seller_id": "seller",
    "campaign_category": "category",
    "product_id": "product",
    "channel": "channel",
}


def history_of(basis: Basis) -> History:
    """Return sales by stretch: of the shops whose exports reach back to all of them, and where not all do, of all."""
    if basis.lines is None:
        return History()
    whole = cube_of(basis, basis.lines) if basis.reach.apart else None
    lines = but(basis.lines, basis.reach.apart)
    return History(cube_of(basis, lines), hours_of(basis, lines), whole)


def cube_of(basis: Basis, told: nw.LazyFrame[Any]) -> pd.DataFrame:
    """Return the cube of ``insights.history`` of the lines ``told``.

    Earlier windows are those of the baseline, the latest as stretch -1; without whole ones the cube is the campaign's
    alone.
    """
    lines = with_period(told, "paid", apart(basis.periods))
    found = grouped(lines, _MEASURES, list(_KEYS)).rename(columns=_KEYS)
    found[list(MEASURES)] = found[list(MEASURES)].fillna(0)
    return found.assign(stretch=-found["stretch"])[[*_KEYS.values(), *MEASURES]]


def hours_of(basis: Basis, told: nw.LazyFrame[Any]) -> dict[tuple[str, ...], tuple[Row, ...]]:
    """Return sales of the lines ``told`` by the local hour of payment, by stretch, as rows of a history.

    There are no rows where days are told as a whole. Engines give the hour of the day in UTC; the shop's clock is put
    on afterwards, by each day's own offset.
    """
    if not basis.tells_hours:
        return {("value", "hour"): ()}
    lines = with_period(told, "paid", apart(basis.periods)).with_columns(hour=nw.col("paid").dt.hour())
    found = grouped(lines, (VALUE,), ["period", "paid_day", "hour"])
    offsets = {day: _offset(str(day), basis.inputs.zone) for day in found["paid_day"].unique()}
    local = (found["hour"].astype("int64") + found["paid_day"].map(offsets).astype("int64")) % 24
    table = found.assign(local=local).pivot_table(VALUE.name, "local", "period", aggfunc="sum", fill_value=0)
    earlier = sorted((int(str(column)) for column in table.columns if int(str(column)) > 0), reverse=True)
    rows = tuple(
        Row((f"{hour:02d}:00",), tuple(int(line[stretch]) for stretch in earlier), int(line.get(0, 0)))
        for hour, line in table.iterrows()
    )
    return {("value", "hour"): rows}


def _offset(day: str, zone: ZoneInfo) -> int:
    """Return the whole hours that the shop's clock is ahead of UTC at noon of a local day."""
    away = datetime.combine(date.fromisoformat(day), time(12), zone).utcoffset() or timedelta()
    return round(away.total_seconds() / 3600)


def apart(periods: Periods) -> Periods:
    """Return the periods with every window of the baseline as one of its own, the latest first."""
    baseline = periods.baseline
    if baseline is None or not baseline.windows:
        return replace(periods, baseline=None)
    windows = sorted((window for stratum in baseline.strata for window in stratum.windows), key=lambda w: w.start)
    strata = tuple(Stratum(Fraction(1), (window,)) for window in reversed(windows))
    return replace(periods, baseline=Baseline(strata, baseline.days, baseline.windows))
