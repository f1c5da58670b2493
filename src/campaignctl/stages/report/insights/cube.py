"""The cube of sales that detectors look at: the campaign and every earlier window of its length and weekdays."""

from dataclasses import replace
from fractions import Fraction

import narwhals as nw
import pandas as pd

from campaignctl.insights.history import MEASURES
from campaignctl.metrics.counting import counted_lines
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

_MEASURES = (VALUE, LIST_VALUE, UNITS, SELLER_DISCOUNT, PLATFORM_DISCOUNT, CANCELLED_VALUE, REFUNDED_VALUE)
_KEYS = {
    "period": "stretch",
    "paid_day": "day",
    "seller_id": "seller",
    "campaign_category": "category",
    "product_id": "product",
    "channel": "channel",
}


def cube_of(basis: Basis) -> pd.DataFrame | None:
    """Return the cube of ``insights.history``; None without order lines.

    Earlier windows are those of the baseline, the latest as stretch -1; without whole ones the cube is the campaign's
    alone.
    """
    if not basis.has_lines:
        return None
    lines = counted_lines(basis.inputs.order_lines, basis.inputs.scope, _apart(basis.periods))
    worded = lines.with_columns(nw.col("channel").cast(nw.String))
    found = grouped(worded, _MEASURES, list(_KEYS)).rename(columns=_KEYS)
    found[list(MEASURES)] = found[list(MEASURES)].fillna(0)
    return found.assign(stretch=-found["stretch"])[[*_KEYS.values(), *MEASURES]]


def _apart(periods: Periods) -> Periods:
    """Return the periods with every window of the baseline as one of its own, the latest first."""
    baseline = periods.baseline
    if baseline is None or not baseline.windows:
        return replace(periods, baseline=None)
    windows = sorted((window for stratum in baseline.strata for window in stratum.windows), key=lambda w: w.start)
    strata = tuple(Stratum(Fraction(1), (window,)) for window in reversed(windows))
    return replace(periods, baseline=Baseline(strata, baseline.days, baseline.windows))
