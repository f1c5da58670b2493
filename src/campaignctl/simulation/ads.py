"""What was spent on ads for livestreams, and the LIVE list that attributes sales: both follow from what streams sold.

Attributed GMV is what a stream sold straight away and what was bought elsewhere within a day, having been seen in it;
ads are credited with a part of what it sold.
"""

from collections.abc import Iterator, Sequence

import numpy as np

from campaignctl.domain.raw_table import RawCell, RawTable
from campaignctl.simulation.live import ABOVE, Streamed, live_lists, streamed
from campaignctl.simulation.orders import SELLER
from campaignctl.simulation.sales import Sales
from campaignctl.simulation.world import World
from campaignctl.simulation.written import dollars

HEADER = (
    "LIVE name", "Launched time", "Status", "Campaign name", "Campaign ID", "Cost", "Net Cost", "SKU orders",
    "SKU orders (Current shop)", "Cost per order (Current shop)", "Gross revenue", "Gross revenue (Current shop)",
    "ROI (Current shop)", "LIVE views", "Cost per LIVE view", "10-second LIVE views", "Cost per 10-second LIVE view",
    "LIVE follows", "Currency",
)  # fmt: skip
"""The 19 columns of the sheet ``Data``, in file order."""

ATTRIBUTED = (
    "Livestream", "Start time", "Duration", "Attributed GMV", "Attributed items sold", "Customers", "AOV",
    "Attributed orders", "Attributed SKU orders", "Views", "LIVE impressions", "Impressions per hour", "GMV Per Hour",
    "Show GPM", "Avg. viewing duration", "Tap-through rate", "CTR", "CTOR", "LIVE CTR", "SKU order rate",
    "Product clicks", "CTOR (SKU order)", "Avg. viewing duration per viewer", "Product impressions", "Watch GPM",
    "New followers", "Follow rate", "Comment rate", "Share rate", "Like rate", "Likes", "Comments", "Shares", "Ads ROAS",
    "Ads Cost", "Ads GMV",
)  # fmt: skip
"""The 36 columns of a list that attributes sales, in file order."""

_SPENT, _ROAS = (0.04, 0.12), (2.0, 6.0)
_WITHOUT = 7
"""Every seventh stream had ads that never ran."""


def ads_and_attribution(world: World, sold: Sequence[Sales]) -> tuple[RawTable, RawTable]:
    """Return the ads report and the attributed LIVE list over all shops that held a stream."""
    ads: list[tuple[RawCell, ...]] = []
    streams: list[tuple[RawCell, ...]] = []
    lists = live_lists(world, sold)
    for sales in sold:
        seller, number = sales.shop.seller_id, sales.shop.number
        rng = np.random.default_rng([world.seed, 81, number])
        for place, stream in enumerate(streamed(world, sales)):
            own = dict(zip(lists[seller].header, lists[seller].rows[place], strict=True))
            direct = stream.direct.gmv
            spent = 0 if (place + number) % _WITHOUT == 0 else round(direct * rng.uniform(*_SPENT))
            earned = min(round(spent * rng.uniform(*_ROAS)), direct)
            told = _ads(stream, spent, earned, f"18{number:06d}{place:011d}", rng)
            ads.append((*(told.get(head, "") for head in HEADER), seller))
            wider = dict(_attributed(stream, spent, earned))
            streams.append((*(wider.get(head, own.get(head, 0)) for head in ATTRIBUTED), seller))
    return RawTable((*HEADER, SELLER), tuple(ads), sheet="Data"), RawTable((*ATTRIBUTED, SELLER), tuple(streams), ABOVE)


def _ads(told: Streamed, spent: int, earned: int, campaign: str, rng: np.random.Generator) -> dict[str, RawCell]:
    stream = told.stream
    orders = round(told.direct.orders * earned / max(told.direct.gmv, 1))
    views = round(told.views * (0.4 if spent else 0))
    stayed = round(views * float(rng.uniform(0.2, 0.4)))
    return {
        "LIVE name": stream.title, "Launched time": f"{stream.starts:%Y-%m-%d %H:%M:%S}",
        "Status": "Ended", "Campaign name": f"{stream.title} GMV Max", "Campaign ID": campaign,
        "Cost": spent / 100, "Net Cost": round(spent * 0.95) / 100, "SKU orders": orders + orders // 10,
        "SKU orders (Current shop)": orders, "Cost per order (Current shop)": _part(spent / 100, orders),
        "Gross revenue": round(earned * 1.1) / 100, "Gross revenue (Current shop)": earned / 100,
        "ROI (Current shop)": _part(earned, spent), "LIVE views": views, "Cost per LIVE view": _part(spent / 100, views),
        "10-second LIVE views": stayed, "Cost per 10-second LIVE view": _part(spent / 100, stayed),
        "LIVE follows": views // 300, "Currency": "USD",
    }  # fmt: skip


def _attributed(told: Streamed, spent: int, earned: int) -> Iterator[tuple[str, RawCell]]:
    """Yield the cells that the classic list does not have, or has of direct sales alone."""
    value, orders = (getattr(told.direct, of) + getattr(told.seen, of) for of in ("gmv", "orders"))
    yield "Start time", f"{told.stream.starts:%Y-%m-%d %H:%M}"
    yield "Attributed GMV", dollars(value)
    yield "Attributed items sold", told.direct.items + told.seen.items
    yield "Customers", orders
    yield "Attributed orders", orders
    yield "Attributed SKU orders", orders
    yield "AOV", dollars(value // max(orders, 1))
    yield "LIVE impressions", told.shows
    yield "Tap-through rate", round(told.views / told.shows, 6)
    yield "Show GPM", dollars(round(value / told.shows * 1000))
    yield "Ads Cost", dollars(spent)
    yield "Ads GMV", dollars(earned)
    yield "Ads ROAS", _part(earned, spent)


def _part(part: float, whole: float) -> float:
    return round(part / whole, 2) if whole else 0.0
