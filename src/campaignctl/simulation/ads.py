"""What was spent on ads for livestreams, and the LIVE list that attributes sales: both follow from the classic list.

Attributed GMV is what a stream sold straight away and some more; ads are credited with a part of what it sold.
"""

from collections.abc import Iterator, Mapping

import numpy as np

from campaignctl.domain.raw_table import RawCell, RawTable
from campaignctl.simulation.orders import SELLER
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

_SPENT, _ROAS, _WIDER = (0.04, 0.12), (2.0, 6.0), (1.1, 1.5)
_WITHOUT = 7
"""Every seventh stream had ads that never ran."""


def ads_and_attribution(world: World, lists: Mapping[str, RawTable]) -> tuple[RawTable, RawTable]:
    """Return the ads report and the attributed LIVE list over all shops, from their classic lists by seller."""
    ads: list[tuple[RawCell, ...]] = []
    streams: list[tuple[RawCell, ...]] = []
    for seller, table in lists.items():
        rng = np.random.default_rng([world.seed, 81, int(seller[2:])])
        for place, cells in enumerate(table.rows):
            stream = dict(zip(table.header, cells, strict=True))
            spent = 0 if (place + int(seller[2:])) % _WITHOUT == 0 else round(_cents(stream) * rng.uniform(*_SPENT))
            earned = min(round(spent * rng.uniform(*_ROAS)), _cents(stream))
            told = _ads(stream, spent, earned, f"18{int(seller[2:]):06d}{place:011d}", rng)
            ads.append((*(told.get(head, "") for head in HEADER), seller))
            wider = dict(_attributed(stream, spent, earned, rng))
            streams.append((*(wider.get(head, stream.get(head, 0)) for head in ATTRIBUTED), seller))
    above = next(iter(lists.values())).above if lists else ()
    return RawTable((*HEADER, SELLER), tuple(ads), sheet="Data"), RawTable((*ATTRIBUTED, SELLER), tuple(streams), above)


def _ads(
    stream: Mapping[str, RawCell], spent: int, earned: int, campaign: str, rng: np.random.Generator
) -> dict[str, RawCell]:
    orders = round(int(str(stream["Orders paid for"])) * earned / max(_cents(stream), 1))
    views = round(int(str(stream["Views"])) * (0.4 if spent else 0))
    stayed = round(views * float(rng.uniform(0.2, 0.4)))
    return {
        "LIVE name": stream["Livestream"], "Launched time": f"{stream['Start time']:%Y-%m-%d %H:%M:%S}",
        "Status": "Ended", "Campaign name": f"{stream['Livestream']} GMV Max", "Campaign ID": campaign,
        "Cost": spent / 100, "Net Cost": round(spent * 0.95) / 100, "SKU orders": orders + orders // 10,
        "SKU orders (Current shop)": orders, "Cost per order (Current shop)": _part(spent / 100, orders),
        "Gross revenue": round(earned * 1.1) / 100, "Gross revenue (Current shop)": earned / 100,
        "ROI (Current shop)": _part(earned, spent), "LIVE views": views, "Cost per LIVE view": _part(spent / 100, views),
        "10-second LIVE views": stayed, "Cost per 10-second LIVE view": _part(spent / 100, stayed),
        "LIVE follows": views // 300, "Currency": "USD",
    }  # fmt: skip


def _attributed(
    stream: Mapping[str, RawCell], spent: int, earned: int, rng: np.random.Generator
) -> Iterator[tuple[str, RawCell]]:
    """Yield the cells that the classic list does not have."""
    share = float(rng.uniform(*_WIDER))
    value, views = round(_cents(stream) * share), int(str(stream["Views"]))
    impressions = round(views / float(rng.uniform(0.08, 0.16)))
    orders = round(int(str(stream["Orders paid for"])) * share)
    yield "Start time", f"{stream['Start time']:%Y-%m-%d %H:%M}"
    yield "Attributed GMV", dollars(value)
    yield "Attributed items sold", round(int(str(stream["Items sold"])) * share)
    yield "Attributed orders", orders
    yield "Attributed SKU orders", orders
    yield "AOV", dollars(value // orders)
    yield "LIVE impressions", impressions
    yield "Tap-through rate", round(views / impressions, 6)
    yield "Show GPM", dollars(round(value / impressions * 1000))
    yield "Ads Cost", dollars(spent)
    yield "Ads GMV", dollars(earned)
    yield "Ads ROAS", _part(earned, spent)


def _cents(stream: Mapping[str, RawCell]) -> int:
    return round(float(str(stream["Direct GMV"]).strip("$").replace(",", "")) * 100)


def _part(part: float, whole: float) -> float:
    return round(part / whole, 2) if whole else 0.0
