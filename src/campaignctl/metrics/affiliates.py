"""What is taken from affiliate orders: what creators brought, and what they earn by it.

An order counts by when it was placed. Commission is estimated until a return is no longer possible; the actual one
follows weeks later, so both stand beside each other.
"""

import narwhals as nw

from campaignctl.metrics.measures import Kind, Measure, Predicate, Table

BROUGHT = Predicate("brought", "lines that a creator brought, placed in the period", ~nw.col("order_id").is_null())
_RETURNED = nw.col("returned").cast(nw.String)
TOLD = Predicate("told", "those of them that say whether they came back", BROUGHT.expr & ~_RETURNED.is_null())
RETURNED = Predicate(
    "returned",
    "those that came back whole",
    TOLD.expr & (_RETURNED == "yes").fill_null(value=False),
)


def _of(name: str, column: str, words: str) -> Measure:
    return Measure(name, Table.AFFILIATE_ORDERS, nw.col(column), BROUGHT, Kind.SUM, words)


def _distinct(name: str, column: str, where: Predicate, words: str) -> Measure:
    return Measure(name, Table.AFFILIATE_ORDERS, nw.col(column), where, Kind.DISTINCT, words)


PAYMENT = _of("payment", "payment", "Payment Amount")
EXPECTED_BASE = _of("expected_base", "expected_base", "Est. Commission Base")
EXPECTED = _of("expected_commission", "expected_commission", "Est. standard commission payment")
ACTUAL = _of("actual_commission", "actual_commission", "Actual Commission Payment")
EXPECTED_ADS = _of("expected_ads_commission", "expected_ads_commission", "Est. Shop Ads commission payment")
EXPECTED_BONUS = _of("expected_bonus", "expected_bonus", "Est. co-funded creator bonus")
ORDERS = _distinct("creator_orders", "order_id", BROUGHT, "Order ID")
ANSWERS = _distinct("answers", "returned", BROUGHT, "Fully returned or refunded")
TOLD_ORDERS = _distinct("creator_told", "order_id", TOLD, "Order ID")
RETURNED_ORDERS = _distinct("creator_returned", "order_id", RETURNED, "Order ID")
CREATORS = _distinct("creators", "creator", BROUGHT, "Creator Username")
