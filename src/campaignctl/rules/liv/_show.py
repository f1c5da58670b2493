"""The run of show on the clock: when each segment begins and ends, and how many units are out by then."""

from typing import Any

import pandas as pd

from campaignctl.rules.case import Case
from campaignctl.rules.liv._streams import standing, with_stream


def show(case: Case) -> pd.DataFrame:
    """Return the segments of standing streams in their order, with their stream as ``s_<key>``.

    ``from_at`` and ``to_at`` follow from the stream's start and the minutes before; missing behind a segment whose
    minutes are not known.
    """
    rows = with_stream(case, case.segments[case.segments["stream_id"].notna()])
    gone = rows["s_stream_id"].notna() & ~standing(rows.rename(columns={"s_status": "status"}))
    rows = rows[~gone].sort_values(["stream_id", "order", "row"])
    group = rows["stream_id"].astype("str").str.casefold()
    minutes = rows["minutes"].where(rows["minutes"] > 0)
    lost = minutes.isna().groupby(group).cummax()
    passed = minutes.fillna(0).groupby(group).cumsum().astype("int64")
    ends = rows["s_starts"] + pd.to_timedelta(passed, unit="min")
    starts = ends - pd.to_timedelta(minutes.fillna(0).astype("int64"), unit="min")
    return rows.assign(from_at=starts.mask(lost), to_at=ends.mask(lost))


def crossing(rows: pd.DataFrame, key: str, most: "pd.Series[Any]") -> pd.DataFrame:
    """Return the segment, in the order of the clock, with which the units of each ``key`` first exceed ``most``.

    ``released`` are the units up to and with it, ``whole`` those of all segments; ``allowed`` is ``most``, looked up by
    the key.
    """
    rows = rows[rows[key].notna() & (rows["units_released"] > 0)].sort_values(["from_at", "stream_id", "order", "row"])
    group = rows[key].astype("str")
    released = rows["units_released"].groupby(group).cumsum()
    allowed = pd.Series(group.map(most), index=rows.index).astype("Int64")
    whole = rows["units_released"].groupby(group).transform("sum")
    over = rows.assign(released=released, allowed=allowed, whole=whole)[(released > allowed).fillna(value=False)]
    return over.drop_duplicates(key)


def sku_stock(case: Case) -> "pd.Series[Any]":
    """Return the units that all lines of each SKU keep."""
    lines = case.sku_lines[case.sku_lines["stock"].notna()]
    units: pd.Series[Any] = lines["stock"].clip(lower=0).groupby(lines["sku_id"]).sum()
    return units
