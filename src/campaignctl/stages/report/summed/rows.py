"""Rows of sums as they are meant: whose, of which stretch of time, and cut by what.

People name shops and promotions where an id is asked for, write "Total" where others leave a blank, and print a day's
midnight in the zone of their database.
"""

from collections.abc import Iterable, Mapping
from datetime import timedelta
from zoneinfo import ZoneInfo

import numpy as np
import pandas as pd

from campaignctl.domain.campaign import Campaign
from campaignctl.domain.sums import AMOUNTS, CUTS, MEASURES

TOTALS = frozenset({"total", "totals", "all", "(all)", "overall", "grand total", "sum", "subtotal"})
"""Words that stand in the place of a shop or product in a row that is the sum of the others."""
BIT = {name: 1 << place for place, name in enumerate(CUTS)}
"""A cut as a number: which of ``CUTS`` a row fills, each with a bit of its own."""
WAYS = ("channel", "promotion_id")
"""What a sale may have none of: there a blank stands for the rest, not for all."""
DAY, HOUR, SECOND = timedelta(days=1), timedelta(hours=1), timedelta(seconds=1)
SOURCE = ["file", "sheet"]


def meant(sums: pd.DataFrame, campaign: Campaign) -> pd.DataFrame:
    """Return the rows of sums of which the day is known, a frame of ``SUMS``, with what they mean beside.

    Added are ``cut`` (``BIT``), ``total`` (a word says that the row sums up sellers), ``hourly``, ``shifted`` (the days
    are another zone's), ``measures`` (how many its file has), ``paid`` (the last second of its stretch) and
    ``paid_day``. Ids are ours where a name of ours stands.
    """
    rows = sums.dropna(subset=["starts"]).reset_index(drop=True)
    sellers = {seller.id: seller.name for seller in campaign.sellers}
    promotions = {promotion.id: promotion.title for promotion in campaign.promotions}
    rows = rows.assign(
        seller_id=_ids(rows["seller_id"], sellers),
        promotion_id=_ids(rows["promotion_id"], promotions),
        product_id=rows["product_id"].fillna(rows["product_name"]),
    )
    rows = rows.assign(total=_is_total(rows["seller_id"]))
    sums_up = {name: _is_total(rows[name]) for name in CUTS}
    rows["seller_id"] = rows["seller_id"].mask(rows["total"])
    for name, is_sum in sums_up.items():
        rows[name] = rows[name].mask(is_sum)
    return _timed(rows.assign(cut=_cut(rows, sums_up), measures=_measures(rows)), ZoneInfo(campaign.zone))


def _ids(named: pd.Series, known: Mapping[str, str]) -> pd.Series:
    """Return ids for names, where one name is one id's; what is no name stays."""
    names = [name.strip().casefold() for name in known.values()]
    of = {key: one for (one, _), key in zip(known.items(), names, strict=True) if key and names.count(key) == 1}
    of |= {one.casefold(): one for one in known}
    found = {word: of.get(word.strip().casefold(), word) for word in named.dropna().unique()}
    return named.map(found).astype("str")


def _is_total(words: pd.Series) -> pd.Series:
    return words.str.strip().str.casefold().isin(TOTALS)


def _measures(rows: pd.DataFrame) -> pd.Series:
    """Return how many measures a row's file has; one that has GMV before any that has not."""
    worth = {}
    for columns in rows["columns"].unique():
        had = set(str(columns).split())
        worth[columns] = len(had & set(MEASURES)) + len(MEASURES) * ("gmv" in had)
    return rows["columns"].map(worth).astype("int64")


def _cut(rows: pd.DataFrame, sums_up: Mapping[str, pd.Series]) -> pd.Series:
    """Return which cuts each row is of: of ways those that its file has, of all else those that it fills itself."""
    cut = pd.Series(0, index=rows.index, dtype="int64")
    for name in CUTS:
        filled = rows[name].notna()
        if name in WAYS:
            filled = filled.groupby([rows[key] for key in SOURCE], observed=True).transform("any") & ~sums_up[name]
        cut += filled.astype("int64") * BIT[name]
    for name in WAYS:
        cut = cut.where(~_is_whole(rows, cut, name), cut & ~BIT[name])
    return cut


def _is_whole(rows: pd.DataFrame, cut: pd.Series, way: str) -> pd.Series:
    """Return which rows without a channel, or promotion, are the sum of those with one: in their file all of them are.

    Else such a row is what was sold without.
    """
    beside = [name for name in (*CUTS, "seller_id", "day", "hour") if name != way]
    measure = next((name for name in AMOUNTS if rows[name].notna().any()), "orders")
    held, told = rows[(cut & BIT[way]) > 0], rows[way].notna()
    if held.empty or told[held.index].all():
        return pd.Series(data=False, index=rows.index)
    keys = [*SOURCE, *beside]
    codes = held.groupby(keys, dropna=False, observed=True).ngroup()
    parts = held[measure].where(told[held.index]).groupby(codes).transform("sum", min_count=1)
    blank = ~told[held.index] & parts.notna()
    equal = (held[measure] == parts).fillna(value=False)
    by_file = held["file"].astype("str")
    agree = (equal | ~blank).groupby(by_file).transform("all") & blank.groupby(by_file).transform("any")
    return (blank & agree).reindex(rows.index, fill_value=False)


def _timed(rows: pd.DataFrame, zone: ZoneInfo) -> pd.DataFrame:
    local = rows["starts"].dt.tz_convert(zone).dt.tz_localize(None)
    said = pd.to_numeric(rows["hour"], errors="coerce")
    said = said.where(said.between(0, 23))
    clock = local - local.dt.normalize()
    keys = [rows[key] for key in SOURCE]
    clocks = clock.groupby(keys, observed=True).transform("nunique")
    earliest = clock.groupby(keys, observed=True).transform("min")
    shifted = (clocks <= 2) & (earliest > pd.Timedelta(0)) & said.isna()
    hourly = ((clocks > 1) | said.notna()) & ~shifted
    day = local.where(~shifted, local + DAY / 2).dt.normalize()
    start = day.where(~hourly, local.where(said.isna(), day + pd.to_timedelta(said.fillna(0), unit="h")))
    last = (start + HOUR).where(hourly, start + DAY) - SECOND
    first = np.ones(len(rows), dtype=bool)
    paid = last.dt.tz_localize(zone, ambiguous=first, nonexistent="shift_forward").dt.tz_convert("UTC")
    return rows.assign(
        hourly=hourly, shifted=shifted, paid=paid.astype("datetime64[us, UTC]"), paid_day=day.dt.strftime("%Y-%m-%d")
    )


def files_of(rows: pd.DataFrame) -> tuple[str, ...]:
    """Return the files of rows, each once, in order."""
    return tuple(sorted(set(map(str, rows["file"].dropna()))))


def days_of(rows: pd.DataFrame) -> Iterable[str]:
    """Return the first and the last local day of rows."""
    return str(rows["paid_day"].min()), str(rows["paid_day"].max())
