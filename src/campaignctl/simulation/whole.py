"""The whole world: besides the shops with faults more of the campaign, shops that stayed out of it, and planted causes.

Only a world like this has something to measure a lift against. The campaign's plain shops are where the causes are
planted, one at each; a shop of a cause sells more than the others, so that what happened to it can be seen.
"""

from dataclasses import replace
from datetime import timedelta

import numpy as np

from campaignctl.simulation import causes
from campaignctl.simulation.causes import Cause
from campaignctl.simulation.names import (
    APART,
    BESIDE,
    CATEGORIES,
    GOODS,
    OUTSIDE,
    PEOPLE,
    PLAIN,
    SELLERS_PEOPLE,
    ShopIdea,
)
from campaignctl.simulation.setup import streams
from campaignctl.simulation.world import (
    DAYS,
    DAYS_AFTER,
    FAR,
    FLASH,
    NEAR,
    PRICES,
    STARTS,
    WEEKEND,
    Shop,
    Sku,
    World,
    build,
    skus_of,
)

FIRST_PLAIN, FIRST_COMPARISON = 14, 101
ENDS = STARTS + timedelta(days=DAYS)
UNDER, OUT, SHORT, DEEP, DEAR, CANCELS, EVENT_AT = "S-014", "S-015", "S-017", "S-018", "S-020", "S-021", "S-023"
"""The plain shops at which causes are planted."""
DARK = "S-007"
"""The shop whose last promised stream is not held."""
CROWDED, SHUNNED = "Sports", "Kitchen"
"""The category that more people see than else, and that in which fewer of them buy."""
SEEN, BOUGHT, GONE = 2.1, 0.42, 0.4
"""Visitors of one category, conversion of another, and what a shop cancelled: some six times what such numbers stray by
in a world without causes, so that hardly any seed hides them (at three times, every second one did)."""
IDLE, DEEPER = 0.85, (0.55, 0.57)
"""Orders of the shop whose discount brought nothing, and what it left of its low: a shop's week strays by a sixth, and
only so deep a cut asks for more units than that."""
GEM = "S-026"
"""The shop whose first product nearly everybody buys who sees it, and hardly anybody sees."""
BUSY = {UNDER: 12.0, OUT: 18.0, SHORT: 16.0, DEEP: 14.0, DEAR: 12.0, CANCELS: 14.0, EVENT_AT: 12.0}
AGREED, KEPT = {OUT: 80, SHORT: 220}, {OUT: 80, SHORT: 60}
"""Units of the first SKU of a shop: as agreed, and as they were there."""


def whole(seed: int) -> World:
    """Return the whole world of a seed; its first shops are those of the small one."""
    small = build(seed)
    rng = np.random.default_rng([seed, 40])
    plain = tuple(_plain(FIRST_PLAIN + n, name, CATEGORIES[n % len(CATEGORIES)], rng) for n, name in enumerate(PLAIN))
    names = [(name, CATEGORIES[n % len(CATEGORIES)], NEAR) for n, name in enumerate(BESIDE)]
    names += [(name, OUTSIDE[n % len(OUTSIDE)], FAR) for n, name in enumerate(APART)]
    comparison = tuple(_beside(FIRST_COMPARISON + n, *about, rng) for n, about in enumerate(names))
    shops = (*small.shops, *plain)
    return World(seed, shops, comparison, _causes({shop.seller_id: shop for shop in shops}), DAYS_AFTER)


def _plain(number: int, name: str, category: str, rng: np.random.Generator) -> Shop:
    shop = _shop(number, name, category, rng)
    found = replace(shop, orders_a_day=BUSY.get(shop.seller_id, shop.orders_a_day), lift=float(rng.uniform(1.3, 2.4)))
    if shop.seller_id == DEEP:
        found = replace(found, lift=IDLE, skus=_skus(number, name, category, rng, DEEPER))
    stocked = tuple(replace(sku, stock=_stock_for(found, sku, rng)) for sku in found.skus)
    if shop.seller_id in AGREED:
        hero = replace(stocked[0], stock=AGREED[shop.seller_id], weight=5.0)
        return replace(found, skus=(hero, *stocked[1:]), lift=2.0)
    return replace(found, skus=stocked)


def _stock_for(shop: Shop, sku: Sku, rng: np.random.Generator) -> int:
    """Return stock that lasts: two to four times what the campaign is to sell of a SKU, in tens."""
    moved = SEEN if shop.category == CROWDED else 1.0
    units = moved * shop.orders_a_day * 2.2 * DAYS * sku.weight / sum(each.weight for each in shop.skus)
    return 10 * max(3, round(units * float(rng.uniform(2, 4)) / 10))


def _beside(number: int, name: str, category: str, role: str, rng: np.random.Generator) -> Shop:
    shop = _shop(number, name, category, rng)
    skus = tuple(replace(sku, promotion="") for sku in shop.skus)
    return replace(shop, role=role, skus=skus, orders_a_day=float(rng.uniform(4.0, 7.0)))


def _shop(number: int, name: str, category: str, rng: np.random.Generator) -> Shop:
    return Shop(
        seller_id=f"S-{number:03d}",
        name=name,
        category=category,
        tier=("Growth", "Long tail", "Long tail")[number % 3],
        account_manager=PEOPLE[5 if number % 2 else 1][0],
        contact=SELLERS_PEOPLE[number % len(SELLERS_PEOPLE)],
        skus=_skus(number, name, category, rng),
        orders_a_day=float(rng.uniform(3.0, 6.0)),
        lift=1.0,
        live=False,
    )


def _skus(
    number: int, name: str, category: str, rng: np.random.Generator, cut: tuple[float, float] = (0.80, 0.92)
) -> tuple[Sku, ...]:
    """Return what a shop sells under its own name; where a cause is planted, all for the campaign's whole length."""
    goods = tuple((f"{name.split(maxsplit=1)[0]} {noun}", *rest) for noun, *rest in GOODS[category])
    offered = (PRICES,) if f"S-{number:03d}" in BUSY else (PRICES, PRICES, WEEKEND, FLASH)
    idea = ShopIdea(name, category, goods)  # type: ignore[arg-type]
    return skus_of(number, idea, rng, lambda p, v: offered[(p * 2 + v + number) % len(offered)], cut)


def _causes(shops: dict[str, Shop]) -> tuple[Cause, ...]:
    """Return what is planted; when stock ran out is known once the orders are drawn."""
    day = timedelta(days=1)
    deep = shops[DEEP].skus
    deeper = sum((sku.low_30d - sku.campaign_price) / sku.listed * sku.weight for sku in deep)
    share = round(deeper / sum(sku.weight for sku in deep), 4)
    dark = [stream for stream in streams(tuple(shops.values())) if stream["seller_id"] == DARK][-1]
    viral = STARTS + 3 * day + timedelta(hours=18)
    return (
        Cause(causes.TRAFFIC, STARTS, ENDS, SEEN, "factor", category=CROWDED, words="More people saw the category."),
        Cause(causes.CONVERSION, STARTS, ENDS, BOUGHT, "factor", category=SHUNNED, words="As many people came to the category, fewer of them bought."),
        Cause(causes.UNDER_PLAN, STARTS, ENDS, 0.35, "factor", seller=UNDER, words="The shop hardly took part."),
        *(_stock(kind, shops[shop]) for kind, shop in ((causes.STOCK_OUT, OUT), (causes.NOT_KEPT, SHORT))),
        Cause(causes.DISCOUNT, STARTS, ENDS, share, "share", seller=DEEP, words="A deeper discount, and no more orders than on other days."),
        *(
            Cause(causes.ABOVE_DEAL, STARTS + 2 * day, STARTS + 4 * day, sku.low_30d - sku.campaign_price, "cents", "The shop went back to its usual price for two days.", seller=DEAR, sku=sku.sku_id, promotion=sku.promotion)
            for sku in shops[DEAR].skus
        ),
        Cause(causes.NOT_HELD, dark["starts"], dark["ends"], 120, "minutes", "The shop did not go live.", seller=DARK, other=dark["stream_id"]),
        Cause(causes.CANCELLATIONS, STARTS, ENDS, GONE, "share", seller=CANCELS, words="The shop could not send what it sold."),
        Cause(causes.UNSEEN, STARTS, ENDS, 4.0, "factor", "Who sees the product buys it, and it stands where nobody looks.", seller=GEM, other=shops[GEM].skus[0].product_id),
        Cause(causes.EVENT, viral, viral + day, 3.0, "factor", "A video of one of its products went viral.", seller=EVENT_AT, other="C001"),
    )  # fmt: skip


def _stock(kind: str, shop: Shop) -> Cause:
    hero, agreed, there = shop.skus[0], AGREED[shop.seller_id], KEPT[shop.seller_id]
    amount, words = agreed - there, "Sales stopped far short of the agreed units."
    if kind == causes.STOCK_OUT:
        amount, words = agreed, "All the agreed units were sold before the end."
    return Cause(kind, STARTS, ENDS, amount, "units", words, shop.seller_id, sku=hero.sku_id, promotion=hero.promotion)
