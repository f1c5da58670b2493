"""What a buyer pays for a line before coupons: the seller's own price, or what a promotion makes of the list price."""

from typing import Any

import pandas as pd

_MICRO = 1_000_000


def deal_prices(lines: pd.DataFrame) -> "pd.Series[Any]":
    """Return the deal price of each line in minor units; missing where nothing says it.

    ``lines`` carry ``list_price`` and ``campaign_price`` and, of their promotion, ``kind_of_value``, ``value_percent``
    and ``value_money``. Percent of money rounds half up.
    """
    listed, kind = lines["list_price"], lines["kind_of_value"]
    micro = (lines["value_percent"] * _MICRO).round().astype("Int64")
    off = (listed * micro + _MICRO // 2) // _MICRO
    price = pd.Series(pd.NA, index=lines.index, dtype="Int64")
    for word, value in (
        ("Seller's price", lines["campaign_price"]),
        ("Percent off", listed - off),
        ("Amount off", listed - lines["value_money"]),
        ("Fixed price", lines["value_money"]),
    ):
        price = price.mask(kind.eq(word), value)
    return price.mask(lines["campaign_price"].notna() & price.isna(), lines["campaign_price"])
