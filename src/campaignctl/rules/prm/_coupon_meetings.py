"""Coupons of one shop that meet although the shop may have only one of their kind at a time."""

from typing import Any

import pandas as pd

from campaignctl.marketplaces.schema import Conflict
from campaignctl.rules.case import Case
from campaignctl.rules.promotions import as_typed, called


def coupon_meetings(case: Case) -> tuple[pd.DataFrame, ...]:
    """Return, conflict by conflict, the coupons that start while another of their shop runs.

    The frames have ``called``, ``other``, ``meet``, ``part``, ``says`` and ``weighs`` besides the coupon's own. A
    coupon without dates of use counts from its first claim to its last.
    """
    rows = case.coupons
    starts, ends = rows["starts"].fillna(rows["claim_starts"]), rows["ends"].fillna(rows["claim_ends"])
    rows = rows.assign(since=starts, until=ends, called=called(rows, "coupon"))[starts < ends]
    return tuple(
        _one_at_a_time(case, rows[rows["tool"].eq(key)], conflict)
        for key in rows["tool"].dropna().unique()
        for conflict in case.profile.conflicts(key, key)
        if conflict.at == "shop" and conflict.severity is not None
    )


def _one_at_a_time(case: Case, rows: pd.DataFrame, conflict: Conflict) -> pd.DataFrame:
    """Compare every coupon with the one of its shop that runs longest of those that start before it."""
    rows = rows[_aimed(rows, conflict)].sort_values(["seller_id", "since", "row"])
    shop, until = rows["seller_id"], rows["until"].astype("int64")
    reach = until.groupby(shop).cummax()
    longest = rows["called"].where(reach == until).groupby(shop).ffill()
    last = pd.to_datetime(reach.groupby(shop).shift(), unit="us", utc=True).astype(rows["until"].dtype)
    met = rows.assign(
        other=longest.groupby(shop).shift(),
        meet=rows["since"],
        part=as_typed(rows["until"].where(rows["until"] <= last, last), case.zone),
        says=conflict.says,
        weighs=str(conflict.severity),
    )
    return met[rows["since"] < last]


def _aimed(rows: pd.DataFrame, conflict: Conflict) -> "pd.Series[Any]":
    """Whether a coupon is aimed at the buyers that the conflict speaks of: by Buyers, or by a type such as ``New``."""
    if not conflict.buyers:
        return rows["tool"].notna()
    return rows["buyers"].isin(conflict.buyers) | rows["type"].str.startswith(conflict.buyers)
