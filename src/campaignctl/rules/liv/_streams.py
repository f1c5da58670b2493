"""Streams as rules see them: those that still stand, what they promise buyers, and which of them meet."""

from typing import Any

import pandas as pd

from campaignctl.rules.case import Case


def standing(streams: pd.DataFrame) -> "pd.Series[bool]":
    """Whether a stream still stands: nobody goes live with a cancelled one."""
    return ~streams["status"].eq("Cancelled").fillna(value=False)


def same(one: "pd.Series[Any]", other: "pd.Series[Any]") -> "pd.Series[bool]":
    """Whether two words are there and are the same, in any case."""
    return (one.str.casefold() == other.str.casefold()).fillna(value=False).astype(bool)


def double_booked(rows: pd.DataFrame, key: str) -> pd.DataFrame:
    """Return the streams that start while another one with the same ``key`` runs, of those the longest.

    The columns of that other one are there as ``other_<key>``; ``from_at`` and ``to_at`` are what both share. A stream
    that ends at 20:00 does not meet one that starts then.
    """
    rows = rows[rows[key].notna() & (rows["starts"] < rows["ends"])]
    rows = rows.assign(booked=rows[key].astype("str").str.casefold()).sort_values(["booked", "starts", "row"])
    group, until = rows["booked"], rows["ends"].astype("int64")
    reach = until.groupby(group).cummax()
    longest = pd.Series(rows.index, index=rows.index).where(reach == until).groupby(group).ffill()
    before, free_at = longest.groupby(group).shift(), reach.groupby(group).shift()
    met = rows[rows["starts"].astype("int64") < free_at]
    others = rows.loc[before[met.index].astype("int64")].set_axis(met.index)
    met = met.join(others.add_prefix("other_"))
    return met.assign(
        from_at=met["starts"], to_at=met["ends"].where(met["ends"] < met["other_ends"], met["other_ends"])
    )


def attached(case: Case) -> pd.DataFrame:
    """Return every standing stream once for each promotion it names, as ``named``, with that promotion's columns.

    They come as ``p_<key>`` and are missing where the promotion is not known. Made once for all rules that ask.
    """
    return case.once(_attached)


def _attached(case: Case) -> pd.DataFrame:
    rows = case.streams[case.streams["promotion_ids"].notna() & standing(case.streams)]
    rows = rows.assign(named=rows["promotion_ids"].str.split("; ")).explode("named", ignore_index=True)
    return with_promotion(case, rows, "named")


def with_promotion(case: Case, rows: pd.DataFrame, key: str) -> pd.DataFrame:
    """Return ``rows`` with the columns of the promotion that ``key`` names, in any case, as ``p_<key>``."""
    return _joined(rows, key, case.promotions, "id", "p_")


def with_stream(case: Case, rows: pd.DataFrame) -> pd.DataFrame:
    """Return segments with the columns of their stream as ``s_<key>``."""
    return _joined(rows, "stream_id", case.streams, "stream_id", "s_")


def _joined(rows: pd.DataFrame, key: str, others: pd.DataFrame, other_key: str, prefix: str) -> pd.DataFrame:
    named = others.dropna(subset=[other_key])
    folded = named[other_key].astype("str").str.casefold()
    by_id = named[~folded.duplicated()].set_axis(folded[~folded.duplicated()]).add_prefix(prefix)
    found = by_id.reindex(rows[key].astype("str").str.casefold()).set_axis(rows.index)
    return pd.concat([rows, found], axis=1)


def lies_apart(rows: pd.DataFrame, starts: str, ends: str, from_: str, to: str) -> "pd.Series[Any]":
    """Whether two stretches of every row have no moment in common; false where one of them is not known."""
    apart = (rows[ends] <= rows[from_]) | (rows[starts] >= rows[to])
    known = rows[[starts, ends, from_, to]].notna().all(axis=1)
    return apart.fillna(value=False) & known
