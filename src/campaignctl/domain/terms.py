"""A line's terms are what was agreed of it: prices, stock, limits and its promotion's terms, told by a short hash."""

from hashlib import blake2b
from typing import Any

import pandas as pd

_PROMOTION_TERMS = (
    "tool",
    "level",
    "kind_of_value",
    "value_percent",
    "value_money",
    "starts",
    "ends",
    "seller_pays",
    "min_spend",
    "per_buyer",
    "quantity",
)


def product_words(lines: pd.DataFrame) -> "pd.Series[str]":
    """Return what a line offers, in words: the product's name, and its variation."""
    name, variation = lines["product_name"].astype("str"), lines["variation"].astype("str")
    return name.where(variation.isna(), name + ", " + variation).where(name.notna(), variation)


def item_of(rows: pd.DataFrame, words: "pd.Series[str]") -> "pd.Series[str]":
    """Return what tells lines apart: the SKU's id, else the product's, else its ``words``."""
    return rows["sku_id"].fillna(rows["product_id"]).fillna(words).astype("str")


def terms_of(lines: pd.DataFrame, promotions: pd.DataFrame, prices: "pd.Series[Any] | None" = None) -> "pd.Series[str]":
    """Return the hash of each line's terms: prices, stock, limits, and the terms of its promotion.

    ``prices`` stand in for the lines' deal prices. The hash opens with a letter, so that no spreadsheet takes it for a
    number.
    """
    offers = _promotion_terms(promotions)
    columns = (
        lines["promotion_id"].astype("str").map(offers).fillna("").tolist(),
        *(_texts(lines[key]) for key in ("list_price", "stock", "per_buyer")),
        _texts(lines["deal_price"] if prices is None else prices),
    )
    hashes = [_short("|".join(parts)) for parts in zip(*columns, strict=True)]
    return pd.Series(hashes, index=lines.index, dtype="str")


def _promotion_terms(promotions: pd.DataFrame) -> dict[str, str]:
    named = promotions.dropna(subset=["id"]).drop_duplicates("id")
    columns = [_texts(named[key]) for key in _PROMOTION_TERMS]
    return dict(zip(named["id"].tolist(), map("/".join, zip(*columns, strict=True)), strict=True))


def _texts(values: "pd.Series[Any]") -> list[str]:
    return ["-" if pd.isna(value) else str(value) for value in values.tolist()]


def _short(text: str) -> str:
    return "t" + blake2b(text.encode("utf-8", "surrogateescape"), digest_size=4).hexdigest()
