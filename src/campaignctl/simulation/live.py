"""The LIVE list of a shop in the classic layout: a period row, an empty row, the header in row 3, money as text.

What a stream sold is the sum of its orders; how many watched and clicked follows from how many bought.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta

import numpy as np

from campaignctl.domain.raw_table import RawCell, RawTable
from campaignctl.simulation.held import ENDS, Held
from campaignctl.simulation.sales import Bools, Sales
from campaignctl.simulation.ways import seen_on_air
from campaignctl.simulation.world import STARTS, World
from campaignctl.simulation.written import dollars

HEADER = (
    "Livestream", "Start time", "Duration", "Gross revenue", "Direct GMV", "Items sold", "Customers", "Avg. price",
    "Orders paid for", "GMV/1K shows", "GMV/1K views", "Views", "Viewers", "Peak viewers", "New followers",
    "Avg. view duration", "Likes", "Comments", "Shares", "Product impressions", "Product clicks", "CTR",
    "CTOR (SKU orders)",
)  # fmt: skip

ABOVE: tuple[tuple[RawCell, ...], ...] = ((f"{STARTS.date()} ~ {(ENDS - timedelta(days=1)).date()}",), ())
"""What stands above the header of every LIVE list."""
_BUY, _CLICK, _ENTER = (0.045, 0.07), (0.06, 0.14), (0.08, 0.16)
"""Orders of clicks, clicks of views, and views of the times a stream was shown; product lists have buyers to match."""


@dataclass(frozen=True, slots=True)
class Sold:
    """What some lines come to: money in cents, items, orders."""

    gmv: int
    items: int
    orders: int


@dataclass(frozen=True, slots=True)
class Streamed:
    """A stream with its audience: what was bought in it, and ``seen``, what was bought elsewhere within a day of it."""

    stream: Held
    direct: Sold
    seen: Sold
    clicks: int
    views: int
    shows: int


def live_lists(world: World, sold: Sequence[Sales]) -> dict[str, RawTable]:
    """Return the LIVE list of every shop that held a stream, by seller."""
    return {sales.shop.seller_id: _list(world, sales) for sales in sold if sales.held}


def streamed(world: World, sales: Sales) -> Iterator[Streamed]:
    """Yield a shop's streams, in order of time."""
    seen = seen_on_air(sales)
    for number, stream in enumerate(sales.held):
        rng = np.random.default_rng([world.seed, 84, sales.shop.number, number])
        direct, wider = (_sold(sales, lines == number) for lines in (sales.stream, seen))
        clicks = round(max(direct.orders, 0.5) / float(rng.uniform(*_BUY)))
        views = round(clicks / float(rng.uniform(*_CLICK)))
        yield Streamed(stream, direct, wider, clicks, views, round(views / float(rng.uniform(*_ENTER))))


def _sold(sales: Sales, lines: Bools) -> Sold:
    """Return what was paid for in these lines; what was sent back or cancelled later counts, as in any GMV."""
    paid = lines & sales.counted
    return Sold(int(sales.after[paid].sum()), int(sales.quantity[paid].sum()), len(np.unique(sales.order[paid])))


def _list(world: World, sales: Sales) -> RawTable:
    rng = np.random.default_rng([world.seed, 85, sales.shop.number])
    rows = tuple(_row(each, rng) for each in streamed(world, sales))
    return RawTable(HEADER, rows, ABOVE, sheet="Sheet1")


def _row(told: Streamed, rng: np.random.Generator) -> tuple[RawCell, ...]:
    direct, views = told.direct, told.views
    viewers = round(views * 0.8)
    return (
        told.stream.title,
        told.stream.starts,
        told.stream.seconds,
        dollars(direct.gmv + told.seen.gmv),
        dollars(direct.gmv),
        direct.items,
        direct.orders,
        dollars(round(direct.gmv / max(direct.orders, 1))),
        direct.orders,
        dollars(round(direct.gmv / told.shows * 1000)),
        dollars(round(direct.gmv / views * 1000)),
        views,
        viewers,
        round(viewers * 0.09),
        round(viewers * float(rng.uniform(0.005, 0.02))),
        int(rng.integers(40, 140)),
        round(viewers * float(rng.uniform(0.2, 1.5))),
        round(viewers * float(rng.uniform(0.02, 0.1))),
        round(viewers * float(rng.uniform(0.002, 0.02))),
        views * int(rng.integers(3, 6)),
        told.clicks,
        round(told.clicks / views, 6),
        round(direct.orders / told.clicks, 6),
    )
