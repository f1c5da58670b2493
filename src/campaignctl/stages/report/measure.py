"""All figures of the report, entered once: metrics by every dimension, then what they are compared with."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any

import narwhals as nw
import pandas as pd

from campaignctl.domain.formats import Format
from campaignctl.insights.plans import is_beyond
from campaignctl.metrics.catalogue import by_id, of_table
from campaignctl.metrics.compare import change, gap
from campaignctl.metrics.compute import (
    BASELINE,
    BY_CATEGORY,
    BY_CHANNEL,
    BY_DAY,
    BY_PRODUCT,
    BY_PROMOTION,
    BY_SELLER,
    BY_TOTAL,
    Breakdown,
    Dimension,
    breakdown,
    enter,
    enter_baseline,
)
from campaignctl.metrics.counting import CAMPAIGN, counted_lines
from campaignctl.metrics.ledger import TOTAL, At, Key, Ledger
from campaignctl.metrics.lines import LIST_VALUE, PLATFORM_DISCOUNT, SELLER_DISCOUNT, UNITS, VALUE
from campaignctl.metrics.measures import Table, blanks
from campaignctl.metrics.metric import Metric
from campaignctl.metrics.native import lazy
from campaignctl.metrics.periods import DEFAULT_FROM, DEFAULT_TO, Periods, only, periods, share_of_day
from campaignctl.metrics.told import SUMMED, has_sums
from campaignctl.stages.report.basis import Basis
from campaignctl.stages.report.counted import counted
from campaignctl.stages.report.counts import CELLS_BLANK, DAYS, GMV_SHARE, TO_TARGET, WINDOWS
from campaignctl.stages.report.cube.sums import sums_of
from campaignctl.stages.report.inputs import ReportInputs
from campaignctl.stages.report.listing import (
    about_products,
    best_sellers,
    by_gmv,
    enter_days_by_category,
    enter_roster,
    with_all,
)
from campaignctl.stages.report.on_air import enter_told_streams
from campaignctl.stages.report.provisional import against_before
from campaignctl.stages.report.reach import enter_like, holes, like_with_like, reach_of
from campaignctl.stages.report.shop_holes import shop_holes
from campaignctl.stages.report.streaming import aired
from campaignctl.stages.report.targets import TARGET, enter_targets
from campaignctl.stages.report.unread import unread
from campaignctl.stages.report.usual_hours import usual_share

ONLY_IN_TOTAL = {
    "gmv_shops",
    "gmv_registered",
    "gmv_with_platform_discount",
    "sku_orders",
    "units_per_order",
    "price_per_unit",
    "aov_sku_orders",
    "seller_discount_share",
    "platform_discount_share",
    "refund_rate_orders",
    "return_rate_units",
    "refunded_value",
    "cancelled_value",
}
"""Other readings of the same words, which stand beside the headline once."""
ADDED_UP = (VALUE, UNITS, LIST_VALUE, SELLER_DISCOUNT, PLATFORM_DISCOUNT)
"""What every paid line bears: where a line lacks it, sums fall short."""

SIX_DAYS = timedelta(days=6)
"""From the first day of a week to its last."""

OF_CATEGORIES = ("orders", "aov", "discount_depth")
"""What a category's page holds against the baseline beside its GMV."""


def measured(inputs: ReportInputs) -> Basis:
    """Return the figures of a report and the order in which its tables show them."""
    ledger = Ledger(inputs.campaign.currency)
    during, first = _periods(inputs), first_day(inputs)
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
        basis = _sold(basis, lines)
    enter_roster(basis)
    by_now = _by_now(basis)
    basis = replace(basis, due_by_hours=by_now is not None)
    enter_targets(basis, _shape(basis), by_now)
    _compare(basis)
    return aired(basis)


def _in_campaign(lines: nw.LazyFrame[Any]) -> bool:
    """Whether a row of the campaign is a sum."""
    sums = lines.filter(nw.col(SUMMED) & (nw.col("period") == CAMPAIGN)) if has_sums(lines) else lines.head(0)
    return len(sums.select("period").head(1).collect(backend="pandas")) > 0


def _periods(inputs: ReportInputs, *, whole: bool = False) -> Periods:
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


def _sold(basis: Basis, table: nw.LazyFrame[Any]) -> Basis:
    """Enter all figures of orders: in total, and by day, category, seller and product."""
    ledger, during = basis.ledger, basis.periods
    pages = of_table(Table.ORDER_LINES)
    parts = tuple(page for page in pages if page.id not in ONLY_IN_TOTAL)
    reach = basis.reach
    whole = like_with_like(table, pages, BY_TOTAL, during, reach)
    total = _fitting(basis, pages)
    enter(ledger, total, whole)
    enter_baseline(ledger, total, whole)
    enter_like(ledger, table, total, (BY_TOTAL, during, None), (reach.without, BASELINE))
    _enter_blanks(ledger, whole)
    if whole.baseline is not None and during.baseline and during.baseline.windows:
        ledger.enter(WINDOWS, during.baseline.windows)
    keys = {}
    for dimension in (BY_DAY, BY_CATEGORY, BY_SELLER):
        found = with_all(basis, like_with_like(table, parts, dimension, during, reach))
        keys[dimension.scope] = by_gmv(basis, found)
        enter(ledger, parts, found, keys[dimension.scope])
        beside = map(by_id, OF_CATEGORIES) if dimension is BY_CATEGORY else ()
        held = (basis.gmv, *beside)
        enter_baseline(ledger, held, found, keys[dimension.scope])
        if dimension is not BY_SELLER:
            enter_like(ledger, table, held, (dimension, during, keys[dimension.scope]), (reach.without, BASELINE))
    products = breakdown(table, parts, BY_PRODUCT, during, compare=False)
    best = best_sellers(products)
    enter(ledger, parts, products, best)
    enter_days_by_category(basis, table, keys["category"])
    keys |= {way.scope: _way(basis, table, parts, way) for way in (BY_CHANNEL, BY_PROMOTION)}
    placed = replace(
        basis,
        categories=keys["category"],
        sellers=keys["seller"],
        products=best,
        channels=keys["channel"],
        promotions=keys["promotion"],
        sums=sums_of(table),
        about_products=about_products(basis, table, best, len(products.campaign)),
    )
    return replace(placed, told_streams=enter_told_streams(placed, table, parts))


def _enter_blanks(ledger: Ledger, whole: Breakdown) -> None:
    """Enter how many lines a sum is without, where not every line is: a blank cell adds nothing and looks like zero."""
    for measure in ADDED_UP:
        at = At("column", measure.words)
        for frame, place in ((whole.campaign, at), (whole.baseline, at.on(BASELINE))):
            if frame is not None and frame[measure.name].notna().all() and (frame[blanks(measure)] > 0).any():
                ledger.enter(CELLS_BLANK, float(frame[blanks(measure)].iloc[0]), place)


def _way(basis: Basis, table: nw.LazyFrame[Any], parts: tuple[Metric, ...], way: Dimension) -> tuple[Key, ...]:
    """Enter the figures by channel or by promotion; return no key where the lines do not tell it at all."""
    found = breakdown(table, parts, way, basis.periods, compare=False)
    keys = by_gmv(basis, found)
    if not any(key is not None for key in keys):
        return ()
    enter(basis.ledger, parts, found, keys)
    return keys


def _fitting(basis: Basis, pages: tuple[Metric, ...]) -> tuple[Metric, ...]:
    """Leave out the reading of GMV that is the headline itself, and that of registered SKUs where there are none."""
    scope = basis.inputs.scope
    other = {"gmv_registered"} if scope.counts_registered or scope.registered is None else set()
    same = set() if scope.counts_registered else {"gmv_shops"}
    return tuple(page for page in pages if page.id not in other | same)


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
    return usual_share(basis, _periods(basis.inputs, whole=True), basis.days[-1])


def _usual_days(basis: Basis) -> dict[date, Any]:
    """Return the baseline of every day of a campaign that still runs, the days to come included."""
    whole = _periods(basis.inputs, whole=True)
    table = counted_lines(basis.inputs.order_lines, basis.inputs.scope, whole)
    found = breakdown(table, (by_id("gmv"),), BY_DAY, whole)
    aside = Ledger(basis.inputs.campaign.currency)
    enter_baseline(aside, (by_id("gmv"),), found, [str(day) for day in whole.days])
    return {day: aside.value("gmv", At("day", str(day), BASELINE)) for day in whole.days}


def _compare(basis: Basis) -> None:
    ledger = basis.ledger
    for page in of_table(Table.ORDER_LINES):
        change(ledger, page, TOTAL, TARGET)
        against_before(basis, page, BASELINE)
    parts = [
        *(At("day", str(day)) for day in basis.days),
        *(At("category", key) for key in basis.categories),
        *(At("seller", key) for key in basis.sellers),
    ]
    for at in [TOTAL, *parts]:
        _against_plans(basis, at)
        _shares(basis, at)
    for page in map(by_id, OF_CATEGORIES):
        for key in basis.categories:
            change(ledger, page, At("category", key), BASELINE)
    places = (("product", basis.products), ("channel", basis.channels), ("promotion", basis.promotions))
    for scope, keys in places:
        for key in keys:
            _shares(basis, At(scope, key))


def _against_plans(basis: Basis, at: At) -> None:
    ledger, gmv = basis.ledger, basis.gmv
    for reference in (TARGET, BASELINE):
        if reference == TARGET and is_beyond(ledger, at):
            _leave_open(ledger, gmv, at)
            continue
        gap(ledger, gmv, at, reference)
        if at is not TOTAL:
            change(ledger, gmv, at, reference)


def _leave_open(ledger: Ledger, gmv: Metric, at: At) -> None:
    """Enter no difference to a target that is larger than the campaign's: it would tell of a slip, not of sales."""
    reason = "its target is larger than the campaign's"
    ledger.enter(gmv, None, at.against(TARGET), form=Format.PERCENT, reason=reason)
    ledger.enter(gmv, None, at.against(f"{TARGET}_gap"), form=gmv.format, reason=reason)


def _shares(basis: Basis, at: At) -> None:
    """Enter a place's share of the campaign's GMV, and its GMV as a share of its target."""
    ledger = basis.ledger
    value, whole, target = ledger.value("gmv", at), ledger.value("gmv"), ledger.value("gmv", at.on(TARGET))
    if value is not None and whole:
        ledger.enter(GMV_SHARE, float(Decimal(str(value)) / Decimal(str(whole))), at)
    if value is not None and target and not is_beyond(ledger, at):
        ledger.enter(TO_TARGET, float(Decimal(str(value)) / Decimal(str(target))), at)
