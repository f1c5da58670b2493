"""What each SKU sold for in the last 30 days of the orders: the lowest price that a buyer paid, and how many units."""

from datetime import datetime, timedelta

import narwhals as nw
import pandas as pd

from campaignctl.domain.frames import Dtype, shaped
from campaignctl.metrics.native import lazy

DAYS = 30
_WORDS = ("product_id", "seller_sku", "product_name", "variation")
SHAPE = {
    "seller_id": Dtype.WORD,
    "sku_id": Dtype.WORD,
    **dict.fromkeys(_WORDS, Dtype.WORD),
    "list_price": Dtype.MONEY,
    "low_30d": Dtype.MONEY,
    "units": Dtype.COUNT,
}
_KIND = nw.col("line_kind").cast(nw.String).fill_null("sale")  # an export that does not tell lists sales
_STATUS = nw.col("status").cast(nw.String).fill_null("unknown")


def recent(order_lines: object | None, newest: datetime | None) -> pd.DataFrame | None:
    """Return one row per seller and SKU of a canonical table of order lines, a frame or a lazy relation.

    The last 30 days are those before ``newest``, the latest instant of the exports. A price is what a buyer paid for
    one unit after all discounts, before shipping and tax, rounded down to the currency's smallest unit; cancelled and
    unpaid lines, samples and gifts are no prices. None where there is no order.
    """
    if order_lines is None or newest is None:
        return None
    lines = lazy(order_lines)
    sold = lines.filter(
        nw.col("created") > newest - timedelta(days=DAYS),
        _KIND == "sale",
        ~_STATUS.is_in(["unpaid", "cancelled"]),
        nw.col("quantity") > 0,
        ~nw.col("sku_id").is_null(),
        ~nw.col("seller_id").is_null(),
    ).with_columns(price=nw.col("subtotal_after_discount") // nw.col("quantity"))
    found = sold.group_by("seller_id", "sku_id").agg(
        *[nw.col(name).max() for name in _WORDS],
        nw.col("unit_list_price").max().alias("list_price"),
        nw.col("price").min().alias("low_30d"),
        nw.col("quantity").sum().alias("units"),
    )
    frame = found.collect(backend="pandas").to_native()
    return shaped(frame, SHAPE).sort_values(["seller_id", "sku_id"], ignore_index=True)
