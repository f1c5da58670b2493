"""Which livestream an order came from: the one of its shop that was on air when it was placed.

Order exports name the channel alone, and LIVE lists name no order; what both tell is the shop and the time. An order
placed while none of its shop's livestreams was on air, or more than one, is counted to none.
"""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import narwhals as nw
import pandas as pd

from campaignctl.metrics.compute import BY_STREAM, breakdown, enter
from campaignctl.metrics.counting import CAMPAIGN, beside
from campaignctl.metrics.ledger import At, Key
from campaignctl.metrics.lines import VALUE
from campaignctl.metrics.metric import Metric
from campaignctl.stages.report.basis import Basis
from campaignctl.stages.report.counts import STREAMS_TOLD
from campaignctl.stages.report.listing import by_gmv
from campaignctl.stages.report.promoted import passed

STREAM = BY_STREAM.column
MOST_STREAMS = 1_000
"""With more than these nobody chooses one from a list."""
LEAST_TOLD = 0.5
"""Where less of what came by livestream can be told apart, a livestream's part would be taken for the whole."""


def with_streams(table: nw.LazyFrame[Any], native: object, streams: pd.DataFrame | None) -> nw.LazyFrame[Any]:
    """Return counted lines with ``stream_key``, missing where no single livestream was on air, or the channel is none.

    ``table`` is that of ``counting.counted_lines`` with its channel as text, made from ``native``; ``streams`` are
    those of ``streaming.keyed_streams``.
    """
    timed = _timed(streams)
    moments = sorted({*timed["started"], *timed["ended"]})
    places = {moment: number for number, moment in enumerate(moments, 1)}
    alone = pd.DataFrame(_alone(timed, places), columns=["seller_id", "stretch", STREAM])
    if alone.empty:
        return table.with_columns(nw.lit(None, nw.String).alias(STREAM))
    by_stream = (nw.col("period") == CAMPAIGN) & _is_live(nw.col("channel")) & ~nw.col("created").is_null()
    stretch = nw.when(by_stream).then(passed([moment.to_pydatetime() for moment in moments])).otherwise(nw.lit(0))
    typed = alone.astype({"seller_id": "str", STREAM: "str", "stretch": "int64"})
    numbered = table.with_columns(stretch.cast(nw.Int64).alias("stretch"))
    return numbered.join(beside(native, typed), on=["seller_id", "stretch"], how="left").drop("stretch")


def enter_told_streams(basis: Basis, table: nw.LazyFrame[Any], parts: tuple[Metric, ...]) -> tuple[Key, ...]:
    """Enter what was sold from each livestream by the order exports; return none where too little can be told apart.

    How much can be told is a figure of its own, where anything can.
    """
    ledger = basis.ledger
    live = [key for key in basis.channels if key is not None and "live" in key.casefold()]
    sold = sum((Decimal(str(ledger.value("gmv", At("channel", key)) or 0)) for key in live), Decimal(0))
    if sold <= 0 or basis.inputs.streams is None:
        return ()
    found = breakdown(table.filter(~nw.col(STREAM).is_null()), parts, BY_STREAM, basis.periods, compare=False)
    if found.campaign.empty:
        return ()
    told = ledger.currency.major(int(found.campaign[VALUE.name].sum()))
    share = ledger.enter(STREAMS_TOLD, float(told / sold))
    if (share.number or 0) < LEAST_TOLD:
        return ()
    keys = by_gmv(basis, found)
    enter(ledger, parts, found, keys)
    return keys


def _is_live(channel: nw.Expr) -> nw.Expr:
    return channel.fill_null("").str.to_lowercase().str.contains("live", literal=True)


def _timed(streams: pd.DataFrame | None) -> pd.DataFrame:
    """Return the streams of which shop, start and end are known."""
    if streams is None or len(streams) > MOST_STREAMS:
        return pd.DataFrame({"seller_id": [], "started": [], "ended": [], STREAM: []})
    told = streams.dropna(subset=["seller_id", "started", "duration"])
    length = pd.to_timedelta(told["duration"].astype("int64"), unit="s")
    timed: pd.DataFrame = told.assign(ended=told["started"] + length)
    return timed[timed["ended"] > timed["started"]]


def _alone(timed: pd.DataFrame, places: dict[pd.Timestamp, int]) -> Iterator[tuple[str, int, str]]:
    """Yield every stretch between two moments in which a shop has one stream on air, and that stream."""
    on_air: dict[tuple[str, int], list[str]] = {}
    for seller, started, ended, key in zip(
        timed["seller_id"], timed["started"], timed["ended"], timed[STREAM], strict=True
    ):
        for stretch in range(places[started], places[ended]):
            on_air.setdefault((str(seller), stretch), []).append(str(key))
    for (seller, stretch), keys in on_air.items():
        if len(keys) == 1:
            yield seller, stretch, keys[0]
