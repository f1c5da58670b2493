"""What is to be keyed in of a lock: a row per SKU, or per product where a promotion takes whole products."""

from typing import Any

import pandas as pd

from campaignctl.domain.forms import NO_LIMIT
from campaignctl.domain.frames import Dtype, Shape, framed, shaped
from campaignctl.domain.lock import Lock

KEYED_IN: Shape = {
    "seller_id": Dtype.WORD,
    "shop_name": Dtype.WORD,
    "promotion_id": Dtype.WORD,
    "product_id": Dtype.WORD,
    "sku_id": Dtype.WORD,  # missing where the promotion takes whole products
    "seller_sku": Dtype.WORD,
    "product_name": Dtype.WORD,
    "variation": Dtype.WORD,
    "list_price": Dtype.MONEY,
    "deal_price": Dtype.MONEY,  # missing where the SKUs of a product that is taken whole have several
    "several_prices": Dtype.FLAG,
    "quantity": Dtype.COUNT,  # units in all, as many as are kept
    "per_buyer": Dtype.COUNT,  # the stricter of the line's and its promotion's; -1 = No limit
    "level": Dtype.WORD,
    "starts": Dtype.INSTANT,
    "ends": Dtype.INSTANT,
    "discount": Dtype.RATE,  # of a promotion that takes a percentage off, as a fraction
    "hero": Dtype.FLAG,
}
"""One row per thing that is keyed in, with what its promotion says of it; money in minor units."""

WHOLE = "Product"
"""The level at which a promotion takes all variations of a product."""

_OF_PROMOTION = ["level", "starts", "ends"]
_ITEM = ["promotion_id", "seller_id", "product_id", "sku_id"]


def keyed_in(lock: Lock) -> pd.DataFrame:
    """Return what is to be keyed in of a lock, in the order of promotion, seller, product and SKU.

    Several lines of one product in a promotion that takes whole products are one row with all their units.
    """
    offers = lock.promotions.drop_duplicates("id").set_index("id").reindex(lock.lines["promotion_id"])
    percent = offers["value_percent"].where(offers["kind_of_value"].eq("Percent off"))
    lines = lock.lines.assign(
        quantity=lock.lines["stock"],
        per_buyer=_stricter(lock.lines["per_buyer"], offers["per_buyer"].set_axis(lock.lines.index)),
        discount=percent.array,
        several_prices=False,
        **{key: offers[key].array for key in _OF_PROMOTION},
    )
    whole = lines["level"].eq(WHOLE).fillna(value=False) & lines["product_id"].notna()
    rows = pd.concat([shaped(lines[~whole], KEYED_IN), _products(lines[whole])], ignore_index=True)
    return rows.sort_values(_ITEM, kind="stable", na_position="first").reset_index(drop=True)


def _stricter(one: "pd.Series[Any]", other: "pd.Series[Any]") -> "pd.Series[Any]":
    """Return the smaller of two limits; -1 is none, and so is one that nobody gave."""
    given = [limit.mask(limit.eq(NO_LIMIT)).astype("Int64") for limit in (one, other)]
    return pd.concat(given, axis=1).min(axis=1).astype("Int64").fillna(NO_LIMIT)


def _products(lines: pd.DataFrame) -> pd.DataFrame:
    if lines.empty:
        return framed({}, 0, KEYED_IN)
    limited = lines.assign(per_buyer=lines["per_buyer"].mask(lines["per_buyer"].eq(NO_LIMIT)))
    groups = limited.groupby(_ITEM[:3], dropna=False, sort=False)
    units = groups["quantity"].sum(min_count=1)
    several = groups["deal_price"].min() != groups["deal_price"].max()
    first = groups.first()
    told = first.assign(
        quantity=units,
        per_buyer=groups["per_buyer"].min().fillna(NO_LIMIT),
        hero=groups["hero"].any(),
        several_prices=several.fillna(value=False),
        deal_price=first["deal_price"].mask(several.fillna(value=False)),
        sku_id=None,
        variation=None,
    )
    return shaped(told.reset_index(), KEYED_IN)


def item_of_keyed(rows: pd.DataFrame) -> "pd.Series[str]":
    """Return what tells rows of one promotion apart: the SKU's id, else the product's."""
    return rows["sku_id"].fillna(rows["product_id"]).astype("str")
