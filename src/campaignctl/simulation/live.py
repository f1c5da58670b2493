"""The LIVE list of a shop in the classic layout: a period row, an empty row, the header in row 3, money as text."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

import numpy as np

from campaignctl.domain.raw_table import RawCell, RawTable
from campaignctl.simulation.causes import NOT_HELD
from campaignctl.simulation.world import DAYS, STARTS, Shop, World
from campaignctl.simulation.written import dollars

HEADER = (
    "Livestream", "Start time", "Duration", "Gross revenue", "Direct GMV", "Items sold", "Customers", "Avg. price",
    "Orders paid for", "GMV/1K shows", "GMV/1K views", "Views", "Viewers", "Peak viewers", "New followers",
    "Avg. view duration", "Likes", "Comments", "Shares", "Product impressions", "Product clicks", "CTR",
    "CTOR (SKU orders)",
)  # fmt: skip


LONGEST = timedelta(hours=3)
"""Nobody stays on air for longer, whatever was planned."""
_USUAL = timedelta(hours=2)
_END = STARTS + timedelta(days=DAYS)


def live_lists(world: World, planned: Sequence[Mapping[str, Any]]) -> dict[str, RawTable]:
    """Return the LIVE list of every shop that held a stream, by seller; ``planned`` are rows of the sheet Livestreams.

    What was planned is held, but for what the world's causes left out, at hours that a stream can have.
    """
    by_shop = {shop.seller_id: _held(world, shop, planned) for shop in world.shops}
    return {seller: _list(world, seller, held) for seller, held in by_shop.items() if held}


def _held(world: World, shop: Shop, planned: Sequence[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    dark = {cause.other for cause in world.causes_at(shop, NOT_HELD)}
    own = [row for row in planned if row["seller_id"] == shop.seller_id and row["stream_id"] not in dark]
    return [row for row in own if STARTS <= row["starts"] < row["ends"] <= _END]


def _list(world: World, seller: str, held: Sequence[Mapping[str, Any]]) -> RawTable:
    rng = np.random.default_rng([world.seed, 77, int(seller[2:])])
    period: RawCell = f"{STARTS.date()} ~ {(_END - timedelta(days=1)).date()}"
    drawn = [_stream(row, rng) for row in held]
    return RawTable(HEADER, tuple(sorted(drawn, key=_start)), ((period,), ()), sheet="Sheet1")


def _start(row: tuple[RawCell, ...]) -> datetime:
    return row[1]  # type: ignore[return-value]


def _stream(planned: Mapping[str, Any], rng: np.random.Generator) -> tuple[RawCell, ...]:
    length = min(planned["ends"] - planned["starts"], LONGEST) / _USUAL
    views = round(int(rng.integers(2_500, 9_000)) * length)
    impressions = views * int(rng.integers(3, 6))
    clicks = round(views * float(rng.uniform(0.06, 0.14)))
    orders = max(1, round(clicks * float(rng.uniform(0.05, 0.12))))
    items = orders + int(rng.integers(0, 6))
    gmv = orders * int(rng.integers(2200, 5200))
    viewers = round(views * 0.8)
    return (
        str(planned["title"]),
        planned["starts"],
        round(int(rng.integers(6_600, 7_500)) * length),
        dollars(gmv + int(rng.integers(0, 9_000))),
        dollars(gmv),
        items,
        max(1, orders - int(rng.integers(0, 3))),
        dollars(round(gmv / orders)),
        orders,
        dollars(round(gmv / impressions * 1000)),
        dollars(round(gmv / views * 1000)),
        views,
        viewers,
        round(viewers * 0.09),
        int(rng.integers(10, 90)),
        int(rng.integers(40, 140)),
        int(rng.integers(800, 9_000)),
        int(rng.integers(50, 600)),
        int(rng.integers(5, 80)),
        impressions,
        clicks,
        round(clicks / views, 6),
        round(orders / clicks, 6),
    )
