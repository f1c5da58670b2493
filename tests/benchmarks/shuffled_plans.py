"""What was planned and agreed in a world in which nothing happened: targets, stock, deals, streams, and noted events.

Plans rest on what each shop usually sells, times a factor that is dealt out at random; every shop keeps what it
promised. So a target may be missed, which is a fact; why it was missed is noise.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

import numpy as np
import pandas as pd
from shuffled_trade import BEFORE, DAYS, DEPTHS, PRODUCTS, SHOPS, Trade

from campaignctl.domain.campaign import Target, Window
from campaignctl.domain.events import NotedEvent
from campaignctl.domain.frames import empty, framed, shape_of, shaped
from campaignctl.domain.lock import FRAMES, LOCKED_LINES, LOCKED_PROMOTIONS, LOCKED_STREAMS, Lock
from campaignctl.marketplaces.load import known, load
from campaignctl.pricing.paths import PricePaths, locked_paths
from campaignctl.workbooks import REGISTRATION, SETUP

REGISTERED = PRODUCTS - 1
"""Of each shop's products the last one is registered by nobody."""
CATEGORIES = ("Beauty", "Fashion", "Home", "Sports", "Toys", "Kitchen")
PROMOTIONS = 3


def id_of(shop: int) -> str:
    """Return a shop's id."""
    return f"S-{shop:03d}"


def category_of(shop: int) -> str:
    """Return what a shop sells."""
    return CATEGORIES[shop % len(CATEGORIES)]


@dataclass(frozen=True, slots=True, eq=False)
class Plan:
    """Targets of shops in minor units; ``targets`` are those of the campaign and its categories.

    ``stock`` are the units kept, shape (shops, registered products).
    """

    by_shop: dict[int, int]
    targets: tuple[Target, ...]
    stock: np.ndarray


def plan_of(trade: Trade, taking_part: list[int], rng: np.random.Generator) -> Plan:
    """Return what was planned for the shops that take part: their usual week, times factors dealt out at random."""
    mine = trade.lines[(trade.lines["product"] < REGISTERED) & (trade.lines["day"] < BEFORE)]
    weekly = mine.groupby("shop")["subtotal_after_discount"].sum() * DAYS / BEFORE
    factors = np.exp(rng.normal(0.05, 0.2, SHOPS))
    by_shop = {shop: int(weekly.get(shop, 0) * factors[shop]) for shop in taking_part}
    sums: dict[str, int] = {}
    for shop, target in by_shop.items():
        sums[category_of(shop)] = sums.get(category_of(shop), 0) + target
    targets = [Target("Category", name, "GMV", value) for name, value in sorted(sums.items())]
    whole = Target("Campaign", "", "GMV", sum(sums.values()))
    units = np.zeros((SHOPS, REGISTERED))
    np.add.at(units, (mine["shop"], mine["product"]), mine["quantity"] * DAYS / BEFORE)
    stock = np.maximum(np.round(units * np.exp(rng.normal(0.5, 0.5, units.shape))), 1).astype(int)
    return Plan(by_shop, (whole, *targets), stock)


def registered(taking_part: list[int], trade: Trade, plan: Plan) -> pd.DataFrame:
    """Return every registered SKU of the shops that take part, each in one of the promotions."""
    rows = [
        {
            "seller_id": id_of(shop),
            "promotion_id": f"ND26-{at % PROMOTIONS + 1:02d}",
            "sku_id": f"K-{shop}-{product}",
            "product_id": f"P-{shop}-{product}",
            "product_name": f"Product {shop}-{product}",
            "category": category_of(shop),
            "list_price": int(trade.listed[shop, product]),
            "campaign_price": _deal(trade, shop, product),
            "deal_price": _deal(trade, shop, product),
            "stock": int(plan.stock[shop, product]),
        }
        for at, shop in enumerate(taking_part)
        for product in range(REGISTERED)
    ]
    return pd.DataFrame(rows)


def _deal(trade: Trade, shop: int, product: int) -> int:
    return round(int(trade.listed[shop, product]) * (1 - float(DEPTHS[0])))


def lock_of(listed: pd.DataFrame, streams: pd.DataFrame, window: Window) -> Lock:
    """Return the lock of the registered lines and of the streams of the campaign's days, all of which were held."""
    held = {name: empty(shape) for name, shape in FRAMES.items()}
    held["lines"] = shaped(listed, LOCKED_LINES)
    ids = sorted(listed["promotion_id"].unique())
    offers = {
        "id": ids,
        "title": [f"Deals {id_}" for id_ in ids],
        "tool": ["product_discount"] * len(ids),
        "tool_name": ["Product discount"] * len(ids),
        "level": ["Variation"] * len(ids),
        "applies_to": ["Nominated SKUs"] * len(ids),
        "kind_of_value": ["Seller's price"] * len(ids),
        "starts": [window.start] * len(ids),
        "ends": [window.end] * len(ids),
        "seller_pays": [0.75] * len(ids),
    }
    held["promotions"] = framed(offers, len(ids), LOCKED_PROMOTIONS)
    aired = streams[(streams["started"] >= window.start) & (streams["started"] < window.end)].reset_index(drop=True)
    slots = aired[["seller_id", "title"]].assign(
        stream_id=[f"L{number}" for number in range(len(aired))],
        starts=aired["started"],
        ends=aired["started"] + pd.Timedelta(minutes=105),
    )
    held["streams"] = shaped(slots, LOCKED_STREAMS)
    taken = window.start - timedelta(days=4)
    return Lock(1, taken, "ines", "ND26", "USD", str(window.start.tzinfo), **held)


def prices_of(lock: Lock) -> PricePaths:
    """Return what buyers pay by the lock."""
    shapes = {sheet.key: sheet for sheet in (*SETUP, *REGISTRATION)}
    blank = {key: empty(shape_of(shapes[key])) for key in ("sellers", "registration", "run_of_show")}
    coupons = empty(shape_of(shapes["coupons"]) | {"seller_id": "str", "tool": "str"})
    return locked_paths(lock, {**blank, "coupons": coupons}, load(known(None)[0], None))


def events(window: Window, shops: Sequence[int]) -> tuple[NotedEvent, ...]:
    """Return what the sheet Changes notes of times, and of the first of ``shops``, where nothing happened."""
    noted = (
        (1, "push sent", ""),
        (4, "restocked", ""),
        (2, "viral video", id_of(shops[0])),
        (3, "outage", id_of(shops[1])),
    )
    return tuple(NotedEvent(window.start + timedelta(days=day, hours=12), what, seller) for day, what, seller in noted)
