"""Which days a report compares: the campaign's, and the ordinary ones before it."""

from datetime import date, timedelta

import narwhals as nw
import pandas as pd

from campaignctl.metrics.native import lazy
from campaignctl.metrics.periods import DEFAULT_FROM, DEFAULT_TO, Periods, periods
from campaignctl.stages.report.inputs import ReportInputs

SIX_DAYS = timedelta(days=6)
"""From the first day of a week to its last."""


def periods_of(inputs: ReportInputs, *, whole: bool = False) -> Periods:
    """Return the days up to the as-of time and their baseline; ``whole`` takes the campaign as if it were over."""
    start = inputs.window.start.astimezone(inputs.zone).date()
    held = inputs.data_from or first_day(inputs)
    first, last = _ordinary_days(inputs, start, held)
    as_of = inputs.window.end if whole else inputs.as_of
    return periods(inputs.window, as_of, inputs.zone, (first, last), held, inputs.campaign.beside)


def _ordinary_days(inputs: ReportInputs, start: date, held: date | None) -> tuple[date, date]:
    """Return the first and last day of the baseline: as set up, else up to a week before the start.

    Where the exports hold no week of those, the week just before the start is taken; where not even that, none is: one
    Friday, stretched over a campaign, would be a baseline of nothing.
    """
    campaign = inputs.campaign
    first, last = campaign.baseline_from or start - DEFAULT_FROM, campaign.baseline_to or start - DEFAULT_TO
    if held is None or campaign.baseline_from or campaign.baseline_to:
        return first, last
    begun = max(first, held)
    for end in (last, start - timedelta(days=1)):
        if end - begun >= SIX_DAYS:
            return first, end
    return first, first - timedelta(days=1)


def first_day(inputs: ReportInputs) -> date | None:
    """Return the local day of the first paid line, None without one."""
    if inputs.order_lines is None:
        return None
    lines = lazy(inputs.order_lines)
    first = lines.select(nw.col("paid_day").min()).collect(backend="pandas").to_native()["paid_day"].iloc[0]
    return None if pd.isna(first) else date.fromisoformat(first)
