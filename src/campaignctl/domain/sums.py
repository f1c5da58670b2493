"""The shape of sums: what was sold, added up by somebody else, cut by day and as finely as the file says.

A team may hold sums where nobody hands out orders. Sums add up like the lines that they were made of; counts do not:
an order of two products stands in two rows of sums by product.
"""

from campaignctl.domain.frames import ORIGIN, Dtype, Shape

CUTS = ("category", "product_id", "sku_id", "channel", "promotion_id")
"""The columns that cut the sums of a seller's day finer."""

AMOUNTS = ("gmv", "list_value", "seller_discount", "platform_discount", "units")
"""Sums over paid sale lines: they add up over every cut."""

CAME_BACK = ("cancelled_value", "refunded_value", "returned_units")
"""What was taken back of it, which adds up as well."""

COUNTS = ("orders", "sku_orders", "cancelled_orders", "refunded_orders")
"""Counts of things that may stand in several rows."""

MEASURES = (*AMOUNTS, *CAME_BACK, *COUNTS)

SUMS: Shape = {
    "seller_id": Dtype.WORD,
    "starts": Dtype.INSTANT,  # of the day or the hour
    "day": Dtype.WORD,  # local day of the shop, 2026-11-20
    "hour": Dtype.WORD,  # 0 to 23, where a column of its own says it
    "category": Dtype.WORD,
    "product_id": Dtype.WORD,
    "product_name": Dtype.WORD,
    "sku_id": Dtype.WORD,
    "channel": Dtype.WORD,
    "promotion_id": Dtype.WORD,
    "gmv": Dtype.MONEY,  # value of paid sale lines after discounts, those cancelled later included
    "list_value": Dtype.MONEY,  # the same before discounts
    "seller_discount": Dtype.MONEY,
    "platform_discount": Dtype.MONEY,
    "units": Dtype.COUNT,
    "cancelled_value": Dtype.MONEY,  # the part of GMV that was cancelled after payment
    "refunded_value": Dtype.MONEY,  # the part of GMV that was paid back
    "returned_units": Dtype.COUNT,
    "orders": Dtype.COUNT,
    "sku_orders": Dtype.COUNT,
    "cancelled_orders": Dtype.COUNT,
    "refunded_orders": Dtype.COUNT,
    "columns": Dtype.WORD,  # those of the above that the file has, with a blank between them
    **ORIGIN,
}
"""One row per day (or hour) and whatever else the file cuts by; money in minor units. Blank is not zero."""
