"""Promotions as findings speak of them: which still stand, what they are called, and how their ends are said."""

from typing import Any
from zoneinfo import ZoneInfo

import pandas as pd

from campaignctl.marketplaces.schema import Profile
from campaignctl.rules.prm._limits import is_coupon


def standing(promotions: pd.DataFrame) -> "pd.Series[bool]":
    """Whether a promotion still stands: nobody sets up a cancelled one."""
    return ~promotions["status"].eq("Cancelled").fillna(value=False)


def co_funded(promotions: pd.DataFrame, profile: Profile) -> "pd.Series[bool]":
    """Whether a promotion is a coupon, or a tool that both sides pay, and the cost is shared."""
    tools = [
        key
        for key, tool in profile.tools.items()
        if is_coupon(tool) or (tool.funded_by and tool.funded_by.value == "both")
    ]
    shared = (promotions["seller_pays"] > 0) & (promotions["seller_pays"] < 1)
    return shared.fillna(value=False) & promotions["tool"].isin(tools) & standing(promotions)


def called(rows: pd.DataFrame, key: str = "id") -> "pd.Series[str]":
    """Return how a finding calls each promotion or coupon: by its code in column ``key``, else ``it``."""
    return rows[key].fillna("it")


def as_typed(ends: "pd.Series[Any]", zone: ZoneInfo) -> "pd.Series[Any]":
    """Return ends as people type them: one that is read as midnight was typed as 23:59 of the day before."""
    local = ends.dt.tz_convert(zone)
    return ends.mask(local == local.dt.normalize(), ends - pd.Timedelta(minutes=1))
