"""What stands configured against what is promised: by the lock, or by the lock with its changes."""

from typing import Any

import pandas as pd

CURE = "Correct it in Seller Center, or enter the change in the sheet Changes with who approved it."
ROUNDING = pd.Timedelta(minutes=1)
"""Seller Center ends promotions at :59; an end up to a minute before the promised one is the same."""


def said_alike(rows: pd.DataFrame, wrong: "pd.Series[Any]", key: str) -> "pd.Series[bool]":
    """Whether more rows of a promotion are wrong in ``key`` in the same way: then it is the promotion that is wrong.

    Their findings say the same, without a SKU, so that a list of findings shows them as one with all its places.
    """
    wrong = wrong.fillna(value=False).astype(bool)
    groups = rows[wrong].groupby(["file", "promotion_id", key], observed=True, dropna=False)
    count = groups["row"].transform("size").reindex(rows.index)
    return count.gt(1).fillna(value=False).astype(bool)


def differs(rows: pd.DataFrame, key: str, name: str) -> "pd.Series[Any]":
    """Whether each locked row says in ``key`` what neither the lock nor any change says; blanks are not judged."""
    said = rows[key].astype("str") if rows[key].dtype == "category" else rows[key]
    off = rows["locked"].copy()
    for prefix in ("locked", "promised"):
        held = rows[f"{prefix}_{name}"]
        off &= said.ne(held).fillna(value=False).astype("boolean") & held.notna()
    return off & said.notna()
