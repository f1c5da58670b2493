"""Promotions as findings speak of them: which still stand, what they are called, and how their ends are said."""

from typing import Any
from zoneinfo import ZoneInfo

import pandas as pd


def standing(promotions: pd.DataFrame) -> "pd.Series[bool]":
    """Whether a promotion still stands: nobody sets up a cancelled one."""
    return ~promotions["status"].eq("Cancelled").fillna(value=False)


def called(rows: pd.DataFrame, key: str = "id") -> "pd.Series[str]":
    """Return how a finding calls each promotion or coupon: by its code in column ``key``, else ``it``."""
    return rows[key].fillna("it")


def as_typed(ends: "pd.Series[Any]", zone: ZoneInfo) -> "pd.Series[Any]":
    """Return ends as people type them: one that is read as midnight was typed as 23:59 of the day before."""
    local = ends.dt.tz_convert(zone)
    return ends.mask(local == local.dt.normalize(), ends - pd.Timedelta(minutes=1))
