"""The livestreams of the campaign: their figures in total, one by one, and of those that a short table sums up."""

from collections.abc import Hashable, Mapping
from dataclasses import replace
from datetime import timedelta
from typing import Any
from zoneinfo import ZoneInfo

import narwhals as nw
import pandas as pd

from campaignctl.metrics.catalogue import of_table
from campaignctl.metrics.compute import BY_STREAM, BY_TOTAL, breakdown, enter
from campaignctl.metrics.counting import held_streams
from campaignctl.metrics.measures import Table
from campaignctl.metrics.periods import Periods
from campaignctl.stages.report.basis import Basis, OnAir
from campaignctl.stages.report.counts import STREAMS_TWICE
from campaignctl.stages.report.inputs import ReportInputs
from campaignctl.stages.report.times import clock, full_day

SAME_START = timedelta(minutes=5)
"""Lists of one stream give its start to the minute or the second: starts of a shop closer than this are one."""


def aired(basis: Basis) -> Basis:
    """Return the basis with the streams that started in the campaign, the largest GMV first, and their figures."""
    keyed, twice = keyed_streams(basis.inputs, basis.periods)
    if keyed is None:
        return basis
    if twice:
        basis.ledger.enter(STREAMS_TWICE, twice)
    table: nw.LazyFrame[Any] = nw.from_native(keyed).lazy()
    pages = of_table(Table.STREAMS)
    enter(basis.ledger, pages, breakdown(table, pages, BY_TOTAL, basis.periods, compare=False))
    found = breakdown(table, pages, BY_STREAM, basis.periods, compare=False)
    enter(basis.ledger, pages, found)
    return replace(basis, streams=tuple(_stream(row) for row in keyed.to_dict("records")), on_air=found)


def keyed_streams(inputs: ReportInputs, during: Periods) -> tuple[pd.DataFrame | None, int]:
    """Return the streams that started in the campaign with their ``stream_key``, and how many a second list held too.

    They are of the shape ``STREAMS``, the largest GMV first; None where no list holds one.
    """
    if inputs.streams is None:
        return None, 0
    held = held_streams(inputs.streams, during)
    sellers = inputs.scope.sellers
    if sellers:
        held = held.filter(nw.col("seller_id").is_null() | nw.col("seller_id").is_in(sorted(sellers)))
    frame = held.collect(backend="pandas").to_native()
    if frame.empty:
        return None, 0
    single = once(frame)
    return _keyed(single, inputs.zone), len(frame) - len(single)


def once(frame: pd.DataFrame) -> pd.DataFrame:
    """Return the streams without those that another file of the same shop holds too, whatever it calls them.

    Taken for one are streams of a known shop, in two files, that start within five minutes; the larger GMV stays.
    """
    if "file" not in frame:
        return frame
    kept: dict[str, list[tuple[pd.Timestamp, str]]] = {}
    again = []
    for at, row in frame.sort_values("direct_gmv", ascending=False, kind="stable").iterrows():
        if pd.isna(row["seller_id"]) or pd.isna(row["file"]):
            continue
        known = kept.setdefault(str(row["seller_id"]), [])
        if any(file != row["file"] and abs(row["started"] - start) <= SAME_START for start, file in known):
            again.append(at)
        else:
            known.append((row["started"], row["file"]))
    return frame.drop(index=again)


def _keyed(frame: pd.DataFrame, zone: ZoneInfo) -> pd.DataFrame:
    """Sort by GMV and give each stream its key: the local time it started, numbered where two began together."""
    worth = frame["direct_gmv"].fillna(0)
    ranked = frame.assign(worth=worth).sort_values(["worth", "started", "title"], ascending=[False, True, True])
    local = ranked["started"].dt.tz_convert(zone)
    key = local.dt.strftime("%Y%m%d-%H%M")
    again = key.groupby(key).cumcount()
    numbered = key.where(again == 0, key + "-" + (again + 1).astype("str"))
    words = [f"{full_day(moment.date())}, {clock(moment)}" for moment in local]
    return ranked.assign(stream_key=numbered, start_words=words).reset_index(drop=True)


def _stream(row: Mapping[Hashable, Any]) -> OnAir:
    title, seller = (None if pd.isna(row[name]) else str(row[name]) for name in ("title", "seller_id"))
    return OnAir(str(row["stream_key"]), title or "Untitled stream", seller, str(row["start_words"]))
