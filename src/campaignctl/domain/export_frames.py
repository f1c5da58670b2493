"""The shapes of what a shop exports on its own: order lines, livestreams, products, their traffic, its promotions.

What the marketplace hands out besides (statements, advertising, affiliates) has its shapes in ``handed_out``.
"""

from campaignctl.domain.frames import ORIGIN, Dtype, Shape

ORDER_LINES: Shape = {
    "seller_id": Dtype.WORD,
    "order_id": Dtype.WORD,
    "sku_id": Dtype.WORD,
    "product_id": Dtype.WORD,
    "seller_sku": Dtype.WORD,
    "product_name": Dtype.WORD,
    "variation": Dtype.WORD,
    "category": Dtype.WORD,
    "status": Dtype.FEW,  # canonical: unpaid, paid, shipped, completed, cancelled, unknown
    "line_kind": Dtype.FEW,  # canonical: sale, sample, gift, replacement
    "quantity": Dtype.COUNT,
    "returned_quantity": Dtype.COUNT,
    "unit_list_price": Dtype.MONEY,
    "subtotal_before_discount": Dtype.MONEY,
    "platform_discount": Dtype.MONEY,
    "seller_discount": Dtype.MONEY,
    "subtotal_after_discount": Dtype.MONEY,
    "order_amount": Dtype.MONEY,  # of the whole order: on its first line only, so that it may be summed
    "order_refund": Dtype.MONEY,  # likewise
    "order_shipping": Dtype.MONEY,  # likewise
    "order_taxes": Dtype.MONEY,  # likewise
    "created": Dtype.INSTANT,
    "paid": Dtype.INSTANT,
    "cancelled": Dtype.INSTANT,
    "created_day": Dtype.WORD,  # local day of the shop, 2026-11-20
    "paid_day": Dtype.WORD,
    "channel": Dtype.FEW,
    "creator": Dtype.WORD,
    **ORIGIN,
}
"""One row per order and SKU, as a shop's orders export lists them; money in minor units."""

STREAMS: Shape = {
    "seller_id": Dtype.WORD,
    "title": Dtype.WORD,
    "started": Dtype.INSTANT,
    "started_day": Dtype.WORD,
    "duration": Dtype.COUNT,  # seconds
    "gross_revenue": Dtype.MONEY,
    "direct_gmv": Dtype.MONEY,
    "items_sold": Dtype.COUNT,
    "customers": Dtype.COUNT,
    "average_price": Dtype.MONEY,
    "orders": Dtype.COUNT,
    "show_gpm": Dtype.MONEY,
    "watch_gpm": Dtype.MONEY,
    "views": Dtype.COUNT,
    "viewers": Dtype.COUNT,
    "peak_viewers": Dtype.COUNT,
    "new_followers": Dtype.COUNT,
    "average_view_duration": Dtype.RATE,  # seconds
    "likes": Dtype.COUNT,
    "comments": Dtype.COUNT,
    "shares": Dtype.COUNT,
    "product_impressions": Dtype.COUNT,
    "product_clicks": Dtype.COUNT,
    "ctr": Dtype.RATE,
    "ctor": Dtype.RATE,
    **ORIGIN,
}
"""One row per livestream of a LIVE list."""

PRODUCTS: Shape = {
    "seller_id": Dtype.WORD,
    "product_id": Dtype.WORD,
    "sku_id": Dtype.WORD,
    "seller_sku": Dtype.WORD,
    "product_name": Dtype.WORD,
    "variation": Dtype.WORD,
    "category": Dtype.WORD,
    "brand": Dtype.WORD,
    "status": Dtype.FEW,  # canonical: active, inactive, draft, reviewing, failed, frozen, deleted, unknown
    "list_price": Dtype.MONEY,
    "stock": Dtype.COUNT,  # missing = the file does not say; that is not 0
    **ORIGIN,
}
"""One row per SKU and file, as a shop lists what it sells; a file holds only some of the columns."""

_CHANNEL: Shape = {
    "gmv": Dtype.MONEY,
    "items_sold": Dtype.COUNT,
    "impressions": Dtype.COUNT,
    "page_views": Dtype.COUNT,
    "unique_page_views": Dtype.COUNT,
    "customers": Dtype.COUNT,
    "ctr": Dtype.RATE,
    "conversion": Dtype.RATE,
}
CHANNELS = ("shop_tab", "live", "video", "card")
"""Where buyers meet a product. GMV is that of live, video and card together; the shop tab's lies inside theirs."""

_WIDE: Shape = {
    "sku_orders": Dtype.COUNT,
    "customers": Dtype.COUNT,
    "impressions": Dtype.COUNT,
    "clicks": Dtype.COUNT,
    "carts": Dtype.COUNT,  # times it was put into a cart
    "unique_impressions": Dtype.COUNT,
    "unique_clicks": Dtype.COUNT,
    "cart_users": Dtype.COUNT,
    "seller_live_gmv": Dtype.MONEY,  # these four are attributed, and make up the list's GMV
    "seller_video_gmv": Dtype.MONEY,
    "creator_gmv": Dtype.MONEY,
    "seller_card_gmv": Dtype.MONEY,
    "taxed_gmv": Dtype.MONEY,
    "cofunded_gmv": Dtype.MONEY,  # with what the platform adds
    "refunds": Dtype.MONEY,
    "refunded_items": Dtype.COUNT,
}
"""What the wide list alone tells of a product, all channels together."""

PRODUCT_TRAFFIC: Shape = {
    "seller_id": Dtype.WORD,
    "product_id": Dtype.WORD,
    "product_name": Dtype.WORD,
    "status": Dtype.FEW,
    "gmv": Dtype.MONEY,
    "items_sold": Dtype.COUNT,
    "orders": Dtype.COUNT,
    **{f"{channel}_{name}": dtype for channel in CHANNELS for name, dtype in _CHANNEL.items()},
    **_WIDE,
    "first_day": Dtype.WORD,  # local days of the shop that the numbers cover, the last one included
    "last_day": Dtype.WORD,
    **ORIGIN,
}
"""One row per product and period: what was sold and seen, in all and by channel. Periods that overlap do not add up."""

CONFIGURED_PROMOTIONS: Shape = {
    "seller_id": Dtype.WORD,
    "promotion_id": Dtype.WORD,  # ours, where the file says it
    "marketplace_id": Dtype.WORD,
    "title": Dtype.WORD,
    "tool": Dtype.FEW,  # the profile's key, or unknown
    "status": Dtype.FEW,  # canonical: draft, not started, running, ended, stopped, unknown
    "level": Dtype.FEW,  # Shop, Product, Variation, unknown
    "starts": Dtype.INSTANT,
    "ends": Dtype.INSTANT,
    "product_id": Dtype.WORD,
    "sku_id": Dtype.WORD,  # missing where whole products take part
    "deal_price": Dtype.MONEY,
    "discount": Dtype.RATE,
    "quantity": Dtype.COUNT,  # -1 = No limit
    "per_buyer": Dtype.COUNT,  # -1 = No limit
    **ORIGIN,
}
"""One row per SKU (or product) of a promotion, as it was keyed in or is to be; money in minor units."""
