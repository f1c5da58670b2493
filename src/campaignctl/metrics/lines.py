"""Which order lines count, and what is taken from them: the one home of the rules on cancelled, unpaid and free lines.

A line counts when it is a sale and was paid. Samples, gifts and replacements never count. A line cancelled after
payment counts in GMV, as the marketplace counts it, and is taken off in net GMV. The columns ``in_scope``,
``registered``, ``sku_order`` and ``refund`` are made by ``counting``.
"""

from dataclasses import replace

import narwhals as nw

from campaignctl.metrics.measures import Kind, Measure, Predicate, Table, Told

_KIND = nw.col("line_kind").cast(nw.String).fill_null("sale")  # an export that does not tell lists sales
_STATUS = nw.col("status").cast(nw.String).fill_null("unknown")
_SOLD = (_KIND == "sale") & ~nw.col("paid").is_null() & (_STATUS != "unpaid")

COUNTED = Predicate(
    "counted",
    "lines paid in the period, of the SKUs or shops that the campaign counts; no samples, gifts or replacements",
    _SOLD & nw.col("in_scope"),
)
KEPT = Predicate("kept", "counted lines that were not cancelled after payment", COUNTED.expr & (_STATUS != "cancelled"))
CANCELLED = Predicate("cancelled", "counted lines cancelled after payment", COUNTED.expr & (_STATUS == "cancelled"))
REFUNDED = Predicate(
    "refunded",
    "counted lines, not cancelled, of which a part was paid back",
    KEPT.expr & (nw.col("refund") > 0).fill_null(value=False),
)
SHOP = Predicate("shop", "all paid sale lines of the campaign's shops, whatever the headline counts", _SOLD)
REGISTERED = Predicate("registered", "paid sale lines of registered SKUs", _SOLD & nw.col("registered"))


_OF_ORDERS = "sums by product count an order once for each of its products; orders need sums by day or seller"
_OF_SKUS = "sums by channel or promotion may count a SKU of an order twice; SKU orders need sums without them"


def _sum(name: str, column: str, where: Predicate, words: str) -> Measure:
    return Measure(name, Table.ORDER_LINES, nw.col(column), where, Kind.SUM, words)


def _back(name: str, column: str, where: Predicate, words: str) -> Measure:
    """Return what was taken back: of a line it shows in status or refund, sums have a column of it."""
    return replace(_sum(name, column, where, words), told=Told(name, COUNTED))


def _orders(name: str, where: Predicate) -> Measure:
    told = Told(name, COUNTED, (), _OF_ORDERS)
    return Measure(name, Table.ORDER_LINES, nw.col("order_id"), where, Kind.DISTINCT, "Order ID", told)


AFTER_DISCOUNT = "SKU Subtotal After Discount"

VALUE = _sum("value", "subtotal_after_discount", COUNTED, AFTER_DISCOUNT)
SHOP_VALUE = _sum("shop_value", "subtotal_after_discount", SHOP, AFTER_DISCOUNT)
REGISTERED_VALUE = _sum("registered_value", "subtotal_after_discount", REGISTERED, AFTER_DISCOUNT)
CANCELLED_VALUE = _back("cancelled_value", "subtotal_after_discount", CANCELLED, AFTER_DISCOUNT)
REFUNDED_VALUE = _back("refunded_value", "refund", KEPT, "Order Refund Amount")
LIST_VALUE = _sum("list_value", "subtotal_before_discount", COUNTED, "SKU Subtotal Before Discount")
SELLER_DISCOUNT = _sum("seller_discount", "seller_discount", COUNTED, "SKU Seller Discount")
PLATFORM_DISCOUNT = _sum("platform_discount", "platform_discount", COUNTED, "SKU Platform Discount")
UNITS = _sum("units", "quantity", COUNTED, "Quantity")
ORDERS = _orders("orders", COUNTED)
CANCELLED_ORDERS = _orders("cancelled_orders", CANCELLED)
REFUNDED_ORDERS = _orders("refunded_orders", REFUNDED)
RETURNED_UNITS = _back("returned_units", "returned_quantity", KEPT, "Sku Quantity of return")
SKU_ORDERS = Measure(
    "sku_orders",
    Table.ORDER_LINES,
    nw.col("sku_order"),
    COUNTED,
    Kind.DISTINCT,
    "SKU ID",
    Told("sku_orders", COUNTED, ("category", "product_id", "sku_id"), _OF_SKUS),
)
