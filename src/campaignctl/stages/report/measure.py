"""All figures of the report, entered once: metrics by every dimension, then what they are compared with."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import narwhals as nw

from campaignctl.metrics.catalogue import by_id
from campaignctl.metrics.compute import (
    BASELINE,
    BY_DAY,
    breakdown,
    enter_baseline,
)
from campaignctl.metrics.counting import CAMPAIGN, counted_lines
from campaignctl.metrics.ledger import At, Ledger
from campaignctl.metrics.periods import only, share_of_day
from campaignctl.metrics.told import SUMMED, has_sums
from campaignctl.stages.report.against import enter_comparisons
from campaignctl.stages.report.basis import Basis
from campaignctl.stages.report.counted import counted
from campaignctl.stages.report.counts import DAYS
from campaignctl.stages.report.inputs import ReportInputs
from campaignctl.stages.report.listing import (
    enter_roster,
)
from campaignctl.stages.report.periods import first_day, periods_of
from campaignctl.stages.report.reach import holes, reach_of
from campaignctl.stages.report.shop_holes import shop_holes
from campaignctl.stages.report.sold import enter_sold
from campaignctl.stages.report.streaming import aired
from campaignctl.stages.report.targets import enter_targets
from campaignctl.stages.report.unread import unread
from campaignctl.stages.report.usual_hours import usual_share


def measured(inputs: ReportInputs) -> Basis:
    """Return the figures of a report and the order in which its tables show them."""
    ledger = Ledger(inputs.campaign.currency)
    during, first = periods_of(inputs), first_day(inputs)
    ledger.enter(DAYS, len(during.all_days))
    silent = () if first is None else holes(inputs, inputs.data_from or first)
    whole = only(during, lambda day: day not in silent)
    during = during if whole.baseline is None else whole
    basis = Basis(inputs, ledger, during, data_from=first, holes=silent, unread=unread(inputs))
    if basis.data_from is not None and during.days:
        lines, facts = counted(inputs, during)
        told = not inputs.summed or not _in_campaign(lines)
        hours = not (inputs.summed and inputs.summed.by_day)
        lacking = shop_holes(inputs, silent)
        reach = reach_of(inputs, during, basis.data_from, lacking)
        basis = replace(
            basis, lines=lines, facts=facts, reach=reach, shop_holes=lacking, tells_orders=told, tells_hours=hours
        )
        basis = enter_sold(basis, lines)
    enter_roster(basis)
    by_now = _by_now(basis)
    basis = replace(basis, due_by_hours=by_now is not None)
    enter_targets(basis, _shape(basis), by_now)
    enter_comparisons(basis)
    return aired(basis)


def _in_campaign(lines: nw.LazyFrame[Any]) -> bool:
    """Whether a row of the campaign is a sum."""
    sums = lines.filter(nw.col(SUMMED) & (nw.col("period") == CAMPAIGN)) if has_sums(lines) else lines.head(0)
    return len(sums.select("period").head(1).collect(backend="pandas")) > 0


def _shape(basis: Basis) -> Mapping[date, Decimal]:
    """Return the weight of each day of the whole window: its baseline, or the hours it has."""
    ledger, days = basis.ledger, basis.periods.all_days
    if basis.has("baseline") and basis.inputs.order_lines is not None:
        gmv = {day: ledger.value("gmv", At("day", str(day), BASELINE)) for day in days}
        if not basis.periods.is_over:
            gmv = _usual_days(basis)
        if all(gmv.values()):
            return {day: Decimal(str(value)) for day, value in gmv.items()}
    window, zone = basis.inputs.window, basis.inputs.zone
    return {day: Decimal(float(share_of_day(window, day, zone))) for day in days}


def _by_now(basis: Basis) -> Fraction | None:
    """Return which part of the running day is usually sold by now; None where none runs, or its hours are not known."""
    if basis.periods.is_over or not basis.days or not basis.has("baseline"):
        return None
    return usual_share(basis, periods_of(basis.inputs, whole=True), basis.days[-1])


def _usual_days(basis: Basis) -> dict[date, Any]:
    """Return the baseline of every day of a campaign that still runs, the days to come included."""
    whole = periods_of(basis.inputs, whole=True)
    table = counted_lines(basis.inputs.order_lines, basis.inputs.scope, whole)
    found = breakdown(table, (by_id("gmv"),), BY_DAY, whole)
    aside = Ledger(basis.inputs.campaign.currency)
    enter_baseline(aside, (by_id("gmv"),), found, [str(day) for day in whole.days])
    return {day: aside.value("gmv", At("day", str(day), BASELINE)) for day in whole.days}
