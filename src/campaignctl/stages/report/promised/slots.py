"""Whether promised livestreams were held: the streams that were agreed beside those of the LIVE lists.

A list that knows other streams of a shop and not this one says that it was not held; without any list nothing is said.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

import pandas as pd

from campaignctl.domain.campaign import Window
from campaignctl.domain.changes import Change, promised
from campaignctl.domain.lock import Lock

LATE = timedelta(minutes=10)
"""A stream that starts no later than this has started on time."""


class Held(StrEnum):
    """What became of a promised stream."""

    ON_TIME = "on time"
    LATE = "late"
    NOT_HELD = "not held"
    UNKNOWN = "no LIVE list"


@dataclass(frozen=True, slots=True)
class Slot:
    """A promised stream: what became of it, the minutes promised and missed, and the money that was to come of those.

    ``lost`` is in minor units, None where nothing tells what the stream would have brought.
    """

    id: str
    title: str
    seller: str
    start: datetime
    held: Held
    minutes: int
    missed: int
    lost: int | None = None


def slots(lock: Lock, changes: Iterable[Change], streams: pd.DataFrame | None, during: Window) -> tuple[Slot, ...]:
    """Return what became of every promised stream that was to be on air within ``during``, in order of start."""
    agreed = promised(lock, changes).streams.dropna(subset=["stream_id", "seller_id", "starts", "ends"])
    within = (agreed["starts"] >= pd.Timestamp(during.start)) & (agreed["ends"] <= pd.Timestamp(during.end))
    due = agreed[within & (agreed["starts"] < agreed["ends"])].sort_values(["starts", "stream_id"])
    aired = _aired(streams)
    return tuple(_slot(row, aired) for row in due.to_dict("records"))


def _aired(streams: pd.DataFrame | None) -> pd.DataFrame:
    if streams is None:
        return pd.DataFrame({"seller_id": [], "started": [], "ended": [], "direct_gmv": []})
    held = streams.dropna(subset=["seller_id", "started"])
    length = pd.to_timedelta(held["duration"].fillna(0).astype("int64"), unit="s")
    return held.assign(ended=held["started"] + length)


def _slot(row: dict[object, object], aired: pd.DataFrame) -> Slot:
    start, end = pd.Timestamp(row["starts"]), pd.Timestamp(row["ends"])  # type: ignore[arg-type]
    own = aired[aired["seller_id"].eq(str(row["seller_id"]))]
    met = own[(own["started"] < end) & (own["ended"] > start)] if len(own) else own
    minutes = round((end - start).total_seconds() / 60)
    title = str(row["stream_id"]) if pd.isna(row["title"]) else str(row["title"])  # type: ignore[call-overload]
    base = (str(row["stream_id"]), title, str(row["seller_id"]), start.to_pydatetime())
    if not len(own):
        return Slot(*base, Held.UNKNOWN, minutes, 0)
    if not len(met):
        return Slot(*base, Held.NOT_HELD, minutes, minutes, _worth(row, own, minutes))
    first = met["started"].min()
    late = round(max(0.0, (first - start).total_seconds()) / 60)
    if first - start <= LATE:
        return Slot(*base, Held.ON_TIME, minutes, 0)
    return Slot(*base, Held.LATE, minutes, late, _worth(row, own, late))


def _worth(row: dict[object, object], own: pd.DataFrame, minutes: int) -> int | None:
    """Return what so many minutes were to bring: at the pace of the shop's own streams, else of the stream's target."""
    told = own.dropna(subset=["direct_gmv"])
    seconds = (told["ended"] - told["started"]).dt.total_seconds().sum()
    if seconds > 0:
        return round(float(told["direct_gmv"].sum()) / seconds * 60 * minutes)
    if pd.isna(row["gmv_target"]):  # type: ignore[call-overload]
        return None
    start, end = pd.Timestamp(row["starts"]), pd.Timestamp(row["ends"])  # type: ignore[arg-type]
    whole = (end - start).total_seconds() / 60
    return round(float(row["gmv_target"]) * minutes / whole) if whole else None  # type: ignore[arg-type]
