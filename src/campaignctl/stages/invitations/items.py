"""What is known of a seller's SKUs before it writes: from what its shop lists, sold, and registered last time."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

import pandas as pd

from campaignctl.domain.frames import Dtype, empty
from campaignctl.domain.money import CURRENCIES

MOST = 500
"""Rows of a pre-filled form; of a larger shop, those that sell most."""

NAMES = ("product_id", "sku_id", "seller_sku", "product_name", "variation")
_ON_SALE = ("active", "unknown")
_COLUMNS = ("seller_id", *NAMES, "category", "list_price", "key")


@dataclass(frozen=True, slots=True)
class Sources:
    """Where SKUs are known from. ``products`` has the shape of the canonical table, ``sold`` is made by ``recent``.

    ``earlier`` are the SKU lines of earlier campaigns, the most comparable first.
    """

    products: pd.DataFrame | None = None
    sold: pd.DataFrame | None = None
    earlier: Sequence[pd.DataFrame] = field(default_factory=tuple)


def known_items(sources: Sources, currency: str) -> Mapping[str, tuple[Mapping[str, Any], ...]]:
    """Return rows of the sheet Products by seller id, each SKU once, those that sell most first.

    What a shop lists names its SKUs; where no product export lies there, it is what it registered before and what it
    sold. The recent low is the lowest price that a buyer paid in the last 30 days of the orders.
    """
    listed = _listed(sources.products)
    before = _plain([_keyed(frame) for frame in sources.earlier])
    sold = _keyed(sources.sold) if sources.sold is not None else _nothing()
    others = _plain([before, sold])
    whole = _plain([listed, others[~others["seller_id"].isin(listed["seller_id"])]])
    filled = _filled(whole, before)
    if sources.sold is not None:
        lows = sold.drop_duplicates(["seller_id", "key"])[["seller_id", "key", "low_30d", "units"]]
        filled = filled.merge(lows, on=["seller_id", "key"], how="left", sort=False)
        filled = filled.sort_values("units", ascending=False, kind="stable", na_position="last")
    return {
        str(seller): tuple(_row(row, currency) for row in rows.head(MOST).to_dict("records"))
        for seller, rows in filled.groupby("seller_id", sort=True)
    }


def _listed(products: pd.DataFrame | None) -> pd.DataFrame:
    """Return what shops have on sale: of several files, each column from the last that fills it."""
    if products is None or products.empty:
        return _nothing()
    keyed = _keyed(products).assign(status=products["status"].astype("str").fillna("unknown"))
    last = keyed.groupby(["seller_id", "key"], sort=False).last().reset_index()
    return last[last["status"].isin(_ON_SALE)]


def _keyed(frame: pd.DataFrame) -> pd.DataFrame:
    """Return rows of a seller under the id of their SKU, else of their product."""
    found = frame.assign(key=frame["sku_id"].astype("str").fillna(frame["product_id"].astype("str")))
    return found[found["seller_id"].notna() & found["key"].notna()]


def _plain(frames: Sequence[pd.DataFrame]) -> pd.DataFrame:
    """Return several frames under one another, each SKU of a seller where it first stands."""
    kept = [frame.reindex(columns=list(_COLUMNS)).astype(_TYPES) for frame in frames if not frame.empty]
    whole = pd.concat(kept, ignore_index=True) if kept else _nothing()
    return whole.drop_duplicates(["seller_id", "key"])


_TYPES = {column: Dtype.MONEY if column == "list_price" else Dtype.WORD for column in _COLUMNS}


def _nothing() -> pd.DataFrame:
    return empty(_TYPES)


def _filled(items: pd.DataFrame, before: pd.DataFrame) -> pd.DataFrame:
    """Fill from earlier registrations what a product export does not say; a category is the team's only there."""
    known = before.set_index(["seller_id", "key"])
    at = pd.MultiIndex.from_frame(items[["seller_id", "key"]])
    old = known.reindex(at).reset_index(drop=True)
    items = items.reset_index(drop=True)
    filled = {column: items[column].fillna(old[column]) for column in (*NAMES, "list_price")}
    return items.assign(**filled, category=old["category"])


def _row(row: Mapping[Any, Any], currency: str) -> dict[str, Any]:
    """Return a row as the form takes it: amounts in major units, what is not known left out."""
    found: dict[str, Any] = {key: str(row[key]) for key in (*NAMES, "category") if not pd.isna(row[key])}
    for key in ("list_price", "low_30d"):
        if key in row and not pd.isna(row[key]):
            found[key] = _major(int(row[key]), currency)
    return found


def _major(minor: int, currency: str) -> Decimal:
    known = CURRENCIES.get(currency)
    return known.major(minor) if known else Decimal(minor) / 100
