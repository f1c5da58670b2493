"""The LIVE list of a shop in the classic layout: a period row, an empty row, the header in row 3, money as text."""

from datetime import timedelta

import numpy as np

from campaignctl.domain.raw_table import RawCell, RawTable
from campaignctl.simulation.causes import NOT_HELD
from campaignctl.simulation.setup import streams
from campaignctl.simulation.world import DAYS, STARTS, Shop, World

HEADER = (
    "Livestream", "Start time", "Duration", "Gross revenue", "Direct GMV", "Items sold", "Customers", "Avg. price",
    "Orders paid for", "GMV/1K shows", "GMV/1K views", "Views", "Viewers", "Peak viewers", "New followers",
    "Avg. view duration", "Likes", "Comments", "Shares", "Product impressions", "Product clicks", "CTR",
    "CTOR (SKU orders)",
)  # fmt: skip


def live_list(world: World, shop: Shop) -> RawTable:
    """Return the streams that a shop held, in start order."""
    rng = np.random.default_rng([world.seed, 77, int(shop.seller_id[2:])])
    dark = {cause.other for cause in world.causes_at(shop, NOT_HELD)}
    planned = [row for row in streams(world.shops) if row["seller_id"] == shop.seller_id]
    last = (STARTS + timedelta(days=DAYS - 1)).date()
    period: RawCell = f"{STARTS.date()} ~ {last}"
    rows = tuple(_stream(row, rng) for row in planned if row["stream_id"] not in dark)
    return RawTable(HEADER, rows, ((period,), ()), sheet="Sheet1")


def _stream(planned: dict[str, object], rng: np.random.Generator) -> tuple[RawCell, ...]:
    views = int(rng.integers(2_500, 9_000))
    impressions = views * int(rng.integers(3, 6))
    clicks = round(views * float(rng.uniform(0.06, 0.14)))
    orders = max(1, round(clicks * float(rng.uniform(0.05, 0.12))))
    items = orders + int(rng.integers(0, 6))
    gmv = orders * int(rng.integers(2200, 5200))
    viewers = round(views * 0.8)
    start = planned["starts"]
    return (
        str(planned["title"]),
        start,  # type: ignore[return-value]
        int(rng.integers(6_600, 7_500)),
        _money(gmv + int(rng.integers(0, 9_000))),
        _money(gmv),
        items,
        max(1, orders - int(rng.integers(0, 3))),
        _money(round(gmv / orders)),
        orders,
        _money(round(gmv / impressions * 1000)),
        _money(round(gmv / views * 1000)),
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


def _money(cents: int) -> str:
    return f"${cents / 100:,.2f}"
