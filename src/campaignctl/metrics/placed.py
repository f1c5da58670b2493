"""What is taken from orders by when they were placed, paid or not: all other figures of orders count by payment."""

import narwhals as nw

from campaignctl.metrics.measures import Kind, Measure, Predicate, Table

_IS_SALE = nw.col("line_kind").cast(nw.String).fill_null("sale") == "sale"
_IS_PAID = ~nw.col("paid").is_null() & (nw.col("status").cast(nw.String).fill_null("unknown") != "unpaid")
PLACED = Predicate(
    "placed", "sale lines placed in the period, paid or not, that the campaign counts", _IS_SALE & nw.col("in_scope")
)
PAID = Predicate("placed_and_paid", "those of them that were paid", PLACED.expr & _IS_PAID)


def _orders(name: str, where: Predicate) -> Measure:
    value = nw.concat_str([nw.col("order_id"), nw.col("sku_id")], separator=" ")
    return Measure(name, Table.PLACED_LINES, value, where, Kind.DISTINCT, "SKU ID")


PLACED_ORDERS = _orders("placed_sku_orders", PLACED)
PAID_ORDERS = _orders("paid_sku_orders", PAID)
