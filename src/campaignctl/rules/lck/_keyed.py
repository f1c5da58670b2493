"""What stands configured against what is promised: by the lock, or by the lock with its changes."""

from typing import Any

import pandas as pd

CURE = "Correct it in Seller Center, or enter the change in the sheet Changes with who approved it."
ROUNDING = pd.Timedelta(minutes=1)
"""Seller Center ends promotions at :59; an end up to a minute before the promised one is the same."""


def differs(rows: pd.DataFrame, key: str, name: str) -> "pd.Series[Any]":
    """Whether each locked row says in ``key`` what neither the lock nor any change says; blanks are not judged."""
    said = rows[key].astype("str") if rows[key].dtype == "category" else rows[key]
    off = rows["locked"].copy()
    for prefix in ("locked", "promised"):
        held = rows[f"{prefix}_{name}"]
        off &= said.ne(held).fillna(value=False).astype("boolean") & held.notna()
    return off & said.notna()
