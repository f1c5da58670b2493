"""Which promotions a rule speaks of, and how a finding calls them."""

from typing import Any

import pandas as pd


def standing(promotions: pd.DataFrame) -> "pd.Series[bool]":
    """Whether a promotion still stands: nobody sets up a cancelled one."""
    return ~promotions["status"].eq("Cancelled").fillna(value=False)


def called(rows: pd.DataFrame, key: str = "id") -> "pd.Series[Any]":
    """Return how a finding calls each promotion or coupon: by its code, else as ``it``."""
    return rows[key].fillna("it")
