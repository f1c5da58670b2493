"""The figures of orders: in total, and by day, category, seller, product, channel and promotion."""

from dataclasses import replace
from typing import Any

import narwhals as nw

from campaignctl.metrics.catalogue import by_id, of_table
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
from campaignctl.metrics.ledger import At, Key, Ledger
from campaignctl.metrics.lines import LIST_VALUE, PLATFORM_DISCOUNT, SELLER_DISCOUNT, UNITS, VALUE
from campaignctl.metrics.measures import Table, blanks
from campaignctl.metrics.metric import Metric
from campaignctl.stages.report.basis import Basis
from campaignctl.stages.report.counts import CELLS_BLANK, WINDOWS
from campaignctl.stages.report.cube.sums import sums_of
from campaignctl.stages.report.listing import (
    about_products,
    best_sellers,
    by_gmv,
    enter_days_by_category,
    with_all,
)
from campaignctl.stages.report.on_air import enter_told_streams
from campaignctl.stages.report.reach import enter_like, like_with_like

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

OF_CATEGORIES = ("orders", "aov", "discount_depth")
"""What a category's page holds against the baseline beside its GMV."""


def enter_sold(basis: Basis, table: nw.LazyFrame[Any]) -> Basis:
    """Enter all figures of orders from their lines ``table``, and return the basis with the order of its tables."""
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
