"""What creators brought of the campaign's sales: the affiliate orders of all shops, and the videos that they came by.

Every ninth order of a shop that did not come by a livestream was brought by one of a few creators, half of them by a
video and half from a showcase. Clicks and plays of a video follow from what was bought through it.
"""

from collections.abc import Iterator, Sequence
from datetime import timedelta

import numpy as np

from campaignctl.domain.raw_table import RawCell, RawTable
from campaignctl.simulation.names import CREATORS
from campaignctl.simulation.orders import SELLER, order_id
from campaignctl.simulation.sales import NEVER, Ints, Sales, moment_of
from campaignctl.simulation.ways import brought, by_video, creator_of
from campaignctl.simulation.world import DAYS, STARTS, Shop, World
from campaignctl.simulation.written import dollars

HEADER = (
    "Order ID", "Product ID", "Product Name", "SKU ID", "Price", "Payment Amount", "Currency", "Quantity",
    "Fully returned or refunded", "Payment method", "Order Status", "Creator Username", "Content Type", "Content ID",
    "commission model", "Standard commission rate", "Est. Commission Base", "Est. standard commission payment",
    "Actual Commission Base", "Actual Commission Payment", "Shop Ads commission rate",
    "Est. Shop Ads commission payment", "Actual Shop Ads commission payment", "Est. co-funded creator bonus",
    "Actual co-funded creator bonus", "Time Created", "Payment time", "Order Delivery Time", "Time Commission Paid",
    "Platform",
)  # fmt: skip
"""The 30 columns, in file order; mixed capitals are real."""

VIDEO_HEADER = (
    "Creator name", "Creator ID", "Video Info", "Video ID", "Time", "Products", "VV", "Likes", "Comments", "Shares",
    "New followers", "V-to-L clicks", "Product Impressions", "Product Clicks", "Unique customers", "Orders",
    "Video items sold", "Gross merchandise value (Video) ($)", "GPM ($)", "Shoppable video attributed GMV ($)",
    "Click-through rate (Video)", "V-to-L rate", "Video Finish Rate", "Click-to-order rate (Video)", "Mark", "Diagnosis",
)  # fmt: skip
"""The 26 columns of a video list, in file order; the currency stands in the headers."""

_RATES = (8, 10, 12, 15)


def rate_of(shop: Shop) -> int:
    """Return the commission of a shop's open collaboration, in percent."""
    return _RATES[shop.number % len(_RATES)]


def commission(sales: Sales) -> Ints:
    """Return the commission on each line in cents; nothing on those that no creator brought."""
    kept = sales.after * (sales.quantity - sales.back) // np.maximum(sales.quantity, 1)
    return np.asarray(np.where(brought(sales), kept * rate_of(sales.shop) // 100, 0))


def affiliate_orders(sold: Sequence[Sales]) -> RawTable:
    """Return what creators brought to these shops, line by line."""
    rows = tuple(row for sales in sold for row in _orders(sales))
    return RawTable((*HEADER, SELLER), rows)


def _orders(sales: Sales) -> Iterator[tuple[RawCell, ...]]:
    shop, rate, earned = sales.shop, rate_of(sales.shop), commission(sales)
    creators, videos = creator_of(sales), by_video(sales)
    for at in np.flatnonzero(brought(sales)).tolist():
        sku, number, value = shop.skus[sales.sku[at]], int(sales.order[at]), int(sales.after[at])
        creator, is_video = int(creators[at]), bool(videos[at])
        arrived = sales.delivered[at] != NEVER
        told = {
            "Order ID": order_id(shop, number), "Product ID": sku.product_id, "Product Name": sku.product,
            "SKU ID": sku.sku_id, "Price": dollars(value // int(sales.quantity[at])), "Payment Amount": dollars(value),
            "Currency": "USD", "Quantity": str(sales.quantity[at]),
            "Fully returned or refunded": "Yes" if sales.back[at] == sales.quantity[at] else "No",
            "Order Status": "Completed" if arrived else "In progress", "Creator Username": CREATORS[creator],
            "Content Type": "Video" if is_video else "Showcase",
            "Content ID": _video_id(shop, creator) if is_video else "", "commission model": "Open collaboration",
            "Standard commission rate": f"{rate}%", "Est. Commission Base": dollars(value),
            "Est. standard commission payment": dollars(value * rate // 100),
            "Actual Commission Base": dollars(int(earned[at]) * 100 // rate) if arrived else "--",
            "Actual Commission Payment": dollars(int(earned[at])) if arrived else "--",
            "Time Created": _stamp(int(sales.created[at])), "Payment time": _stamp(int(sales.paid[at])),
            "Order Delivery Time": _stamp(int(sales.delivered[at])),
        }  # fmt: skip
        yield (*(told.get(head, "") for head in HEADER), shop.seller_id)


def video_list(world: World, sold: Sequence[Sales]) -> RawTable:
    """Return the videos of the campaign's days that brought a sale to one of these shops."""
    last = STARTS.date() + timedelta(days=DAYS - 1)
    above: tuple[tuple[RawCell, ...], ...] = ((f"[Date Range]: {STARTS.date()} ~ {last}\n",), ())
    rows = tuple(row for sales in sold for row in _videos(world, sales))
    return RawTable((*VIDEO_HEADER, SELLER), rows, above)


def _videos(world: World, sales: Sales) -> Iterator[tuple[RawCell, ...]]:
    rng = np.random.default_rng([world.seed, 80, sales.shop.number])
    shop, lines = sales.shop, np.flatnonzero(brought(sales) & by_video(sales))
    of_creator = creator_of(sales)[lines]
    for creator in np.unique(of_creator).tolist():
        mine = lines[of_creator == creator]
        orders, items, value = (
            len(np.unique(sales.order[mine])),
            int(sales.quantity[mine].sum()),
            int(sales.after[mine].sum()),
        )
        clicks = round(orders / float(rng.uniform(0.02, 0.06)))
        plays = round(clicks / float(rng.uniform(0.01, 0.05)))
        hero = shop.skus[sales.sku[mine[0]]]
        told = {
            "Creator name": CREATORS[creator], "Creator ID": f"70{creator:017d}",
            "Video Info": f"{hero.product}: three ways to use it", "Video ID": _video_id(shop, creator),
            "Time": f"{STARTS - timedelta(hours=creator + 2):%Y-%m-%d %H:%M:%S}",
            "Products": f"{hero.product}({hero.product_id})", "VV": str(plays), "Likes": str(plays // 40),
            "Comments": str(plays // 400), "Shares": str(plays // 600), "New followers": str(plays // 900),
            "V-to-L clicks": str(plays // 250 if shop.live else 0), "Product Impressions": str(plays * 9 // 10),
            "Product Clicks": str(clicks), "Unique customers": str(orders), "Orders": str(orders),
            "Video items sold": str(items), "Gross merchandise value (Video) ($)": f"{value / 100:.2f}",
            "GPM ($)": f"{value * 10 / plays:.2f}",
            "Shoppable video attributed GMV ($)": f"{value * float(rng.uniform(1.05, 1.4)) / 100:.2f}",
            "Click-through rate (Video)": f"{clicks / plays:.2%}", "V-to-L rate": "0.00%", "Video Finish Rate": "11.00%",
            "Click-to-order rate (Video)": f"{orders / clicks:.2%}",
        }  # fmt: skip
        yield (*(told.get(head, "") for head in VIDEO_HEADER), shop.seller_id)


def _video_id(shop: Shop, creator: int) -> str:
    return f"75{shop.number:06d}{creator:011d}"


def _stamp(second: int) -> str:
    return "" if second == NEVER else f"{moment_of(second):%m/%d/%Y %H:%M:%S}"
