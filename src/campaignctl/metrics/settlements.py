"""What is taken from settlements: what a shop was paid for the campaign's orders, and what was taken off before that.

A line counts by the day its order was placed, not the day it was paid out: money settles in another period. Statements
list whole shops, so these figures are never of registered SKUs alone. Fees, discounts and refunds stand there with a
minus; the figures say how much was taken, without one.
"""

import narwhals as nw

from campaignctl.metrics.measures import Kind, Measure, Predicate, Table

_IS_ORDER = (nw.col("kind").cast(nw.String) == "order").fill_null(value=False)
SETTLED = Predicate("settled", "settled lines of orders placed in the period", _IS_ORDER)
ADJUSTED = Predicate("adjusted", "lines of a statement that are no order, of the period", ~_IS_ORDER)


def _of(name: str, value: nw.Expr, words: str, where: Predicate = SETTLED) -> Measure:
    return Measure(name, Table.SETTLEMENTS, value, where, Kind.SUM, words)


def _taken(name: str, column: str, words: str) -> Measure:
    return _of(name, -nw.col(column), words)


PAID_OUT = _of("paid_out", nw.col("settlement_amount"), "Total settlement amount")
NET_SALES = _of("net_sales", nw.col("net_sales"), "Net sales")
LESS_DISCOUNT = _of("less_discount", nw.col("gross_sales") + nw.col("seller_discount"), "Gross sales")
REFUNDS = _of(
    "refunds", -(nw.col("gross_sales_refund") + nw.col("seller_discount_refund")), "Gross sales refund"
)  # what came back at list price, less the discount on it
SELLER_DISCOUNT = _of(
    "settled_seller_discount", -(nw.col("seller_discount") + nw.col("seller_discount_refund")), "Seller discount"
)
REFUND_FEE = _taken("refund_fee", "refund_administration_fee", "Refund administration fee")
FEES = _taken("fees", "fees", "Total fees")
REFERRAL_FEE = _taken("referral_fee", "referral_fee", "Referral fee")
CAMPAIGN_FEE = _taken("campaign_fee", "campaign_fee", "Campaign service fee")
COMMISSION = _taken("commission", "affiliate_commission", "Affiliate commission")
PROGRAMME_FEES = _of(
    "programme_fees",
    -(nw.col("live_specials_fee") + nw.col("voucher_xtra_fee") + nw.col("flash_sale_fee")),
    "LIVE Specials service fee",
)
COFUNDED = _taken("cofunded", "cofunded_discount", "Seller co-funded voucher discount")
BY_BOTH = _of("by_both", -nw.col("cofunded_discount") + nw.col("platform_discount").abs(), "Platform discounts")
ADJUSTMENTS = _of("adjustments", nw.col("settlement_amount"), "Total settlement amount", ADJUSTED)
SETTLED_ORDERS = Measure(
    "settled_orders", Table.SETTLEMENTS, nw.col("order_id"), SETTLED, Kind.DISTINCT, "Order/adjustment ID"
)
