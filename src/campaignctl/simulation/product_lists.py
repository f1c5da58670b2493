"""The platform's product lists: what was seen and sold of each product in the campaign, and in as many days before it.

The flat layout: a period row, an empty row, the header in row 3, every cell text, even counts; a last column tells the
shops apart. GMV, items and orders are those of the order exports, by the channel these name; how many came to see a
product follows from what moved the shop: a discount and a better page let more of them buy, all else brings more of
them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

import numpy as np
from numpy.typing import NDArray

from campaignctl.domain.raw_table import RawCell, RawTable
from campaignctl.simulation.causes import UNSEEN
from campaignctl.simulation.demand import conversion_expected, orders_expected
from campaignctl.simulation.orders import SELLER
from campaignctl.simulation.sales import Bools, Ints, Sales
from campaignctl.simulation.ways import by_video, on_air
from campaignctl.simulation.world import BEFORE, DAYS, FIRST_DAY, World
from campaignctl.simulation.written import dollars

HEADER = (
    "ID", "Product", "Status", "GMV", "Items sold", "Orders", "Shop tab GMV", "Shop Tab items sold",
    "Shop tab listing impressions", "Shop tab page views", "Shop tab unique page views",
    "Shop tab unique product customers", "Shop tab clickthrough rate", "Shop tab conversion rate", "LIVE GMV",
    "LIVE items sold", "LIVE impressions", "Page views from LIVE", "Unique page views from LIVE",
    "LIVE unique product customers", "LIVE click-through rate", "LIVE conversion rate", "Video GMV",
    "Video items sold", "Video impressions", "Page views from video", "Unique page views from video",
    "Video unique product customers", "Video click-through rate", "Video conversion rate", "Product card GMV",
    "Product  card items sold", "Product card impressions", "Page views from product card",
    "Unique page views from product card", "Product card unique customers", "Product card click-through rate",
    "Product card conversion rate",
)  # fmt: skip
"""The 38 columns of a shop's own list, in file order; one of them has two blanks in the real file."""

USUAL_FIRST = BEFORE - 14
"""The campaign's weekdays two weeks earlier: the latest days that nobody who waits for the campaign is missing in."""
_DAY = 86_400
_USUAL, _USUAL_LIVE = (0.025, 0.06), (0.06, 0.10)
"""Of those who come to see a product, how many buy it."""
_SEEN_AGAIN, _CLICKED = (1.25, 1.5), (0.03, 0.06)
_NOISE = 0.03
_TAB, _TAB_SHARE = 3, 0.35
"""Every third order of product cards comes by the shop's own tab, and so many of the visitors."""


@dataclass(frozen=True, slots=True, eq=False)
class _Channel:
    """What was bought and seen by one channel, of each product: money in cents; every order is a buyer of its own."""

    gmv: Ints
    items: Ints
    orders: Ints
    visitors: Ints

    def told(self, rng: np.random.Generator) -> Iterator[list[str]]:
        """Yield the eight columns of a channel."""
        again, clicked = (rng.uniform(*span, len(self.gmv)) for span in (_SEEN_AGAIN, _CLICKED))
        views = np.round(self.visitors * again).astype("int64")
        impressions = np.round(views / clicked).astype("int64")
        yield [dollars(cents) for cents in self.gmv]
        for counts in (self.items, impressions, views, self.visitors, self.orders):
            yield [str(count) for count in counts]
        yield _percent(views, impressions)
        yield _percent(self.orders, self.visitors)


def product_lists(world: World, sold: Sequence[Sales]) -> dict[str, RawTable]:
    """Return the lists of the two periods over these shops, by file name."""
    lists = {}
    for first in (USUAL_FIRST, BEFORE):
        start, end = (FIRST_DAY + timedelta(days=day) for day in (first, first + DAYS - 1))
        above: tuple[tuple[RawCell, ...], ...] = ((f"{start} ~ {end}",), ())
        rows = tuple(row for sales in sold for row in zip(*_columns(world, sales, first), strict=True))
        lists[f"product_list_{start:%Y%m%d}-{end:%Y%m%d}.xlsx"] = RawTable((*HEADER, SELLER), rows, above)
    return lists


def _columns(world: World, sales: Sales, first: int) -> Iterator[list[str]]:
    rng = np.random.default_rng([world.seed, 79, sales.shop.number, first])
    products = {sku.product_id: sku.product for sku in sales.shop.skus}
    whole = _bought(sales, _within(sales, first))
    yield list(products)
    yield list(products.values())
    yield ["Active"] * len(products)
    yield [dollars(cents) for cents in whole.gmv]
    yield [str(count) for count in whole.items]
    yield [str(count) for count in whole.orders]
    for channel in _channels(world, sales, first, rng):
        yield from channel.told(rng)
    yield [sales.shop.seller_id] * len(products)


def _within(sales: Sales, first: int) -> Bools:
    return np.asarray(sales.counted & (sales.paid >= first * _DAY) & (sales.paid < (first + DAYS) * _DAY))


def _channels(world: World, sales: Sales, first: int, rng: np.random.Generator) -> Iterator[_Channel]:
    """Yield the shop tab, which lies inside the others, LIVE, video, and product cards."""
    within, live, video = _within(sales, first), on_air(sales), by_video(sales)
    own = ~live & ~video
    tab, streamed, filmed, card = (
        _bought(sales, within & lines) for lines in (own & (sales.order % _TAB == 0), live, video, own)
    )
    whole = _visitors(world, sales, first) * np.exp(rng.normal(0, _NOISE, len(card.gmv)))
    bought = card.orders + filmed.orders + streamed.orders
    on_cards = np.where(bought > 0, whole * card.orders / np.maximum(bought, 1), whole)
    yield _seen(tab, on_cards * _TAB_SHARE)
    yield _seen(streamed, streamed.orders / rng.uniform(*_USUAL_LIVE, len(card.gmv)))
    yield _seen(filmed, np.where(bought > 0, whole * filmed.orders / np.maximum(bought, 1), 0))
    yield _seen(card, on_cards)


def _seen(channel: _Channel, visitors: NDArray[np.float64]) -> _Channel:
    """Return a channel with its visitors, at least those who bought."""
    return replace(channel, visitors=np.maximum(np.round(visitors).astype("int64"), channel.orders))


def _visitors(world: World, sales: Sales, first: int) -> NDArray[np.float64]:
    """Return how many are to come to see each product: the orders to expect of it over how many of them buy.

    A product that hardly anybody sees sells what it sells to few.
    """
    of_product = _bought(sales, sales.counted).orders
    share = of_product / max(len(np.unique(sales.order[sales.counted])), 1)
    buy = np.random.default_rng([world.seed, 78, sales.shop.number]).uniform(*_USUAL, len(share))
    for cause in world.causes_at(sales.shop, UNSEEN):
        buy[_places(sales)[cause.other]] = cause.amount * sum(_USUAL) / 2
    came = orders_expected(world, sales.shop) / conversion_expected(world, sales.shop)
    return np.asarray(came[first : first + DAYS].sum() * share / buy)


def _bought(sales: Sales, lines: Bools) -> _Channel:
    """Return what these lines hold of each product, nobody having seen it yet."""
    places = _places(sales)
    product = np.array([places[sku.product_id] for sku in sales.shop.skus])[sales.sku[lines]]
    gmv, items = (np.bincount(product, of[lines], len(places)).astype("int64") for of in (sales.after, sales.quantity))
    pairs = np.unique(sales.order[lines] * len(places) + product)
    orders = np.bincount(pairs % len(places), minlength=len(places))
    return _Channel(gmv, items, orders, np.zeros(len(places), dtype="int64"))


def _places(sales: Sales) -> dict[str, int]:
    return {product: at for at, product in enumerate(dict.fromkeys(sku.product_id for sku in sales.shop.skus))}


def _percent(part: Ints, whole: Ints) -> list[str]:
    return [f"{share:.2%}" for share in np.where(whole > 0, part / np.maximum(whole, 1), 0.0)]
