"""The gift of a promotion, as the registrations know it: its product, its list price, and the units kept of it."""

from typing import Any

import pandas as pd

from campaignctl.rules.case import Case


def gifts(case: Case) -> pd.DataFrame:
    """Return the promotions with a gift, with ``gift_product``, ``gift_price_money`` and ``gift_stock``.

    They are missing where no line registers the gift.
    """
    rows = case.promotions[case.promotions["gift_sku_id"].notna()]
    lines = case.sku_lines[case.sku_lines["sku_id"].isin(rows["gift_sku_id"])]
    first = lines.drop_duplicates("sku_id").set_index("sku_id")
    stock = lines["stock"].groupby(lines["sku_id"]).max()
    wanted = rows["gift_sku_id"]
    return rows.assign(
        gift_product=wanted.map(first["product_id"]),
        gift_price_money=wanted.map(first["list_price"]).astype("Int64"),
        gift_stock=wanted.map(stock).astype("Int64"),
    )


def is_gift(rows: pd.DataFrame) -> "pd.Series[Any]":
    """Whether a promotion that still stands gives a SKU away."""
    return ~rows["status"].eq("Cancelled").fillna(value=False) & rows["gift_sku_id"].notna()
