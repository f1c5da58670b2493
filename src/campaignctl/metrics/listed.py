"""What is taken from a product list: sales and audience by product, where the list's period is the campaign's.

GMV of LIVE, video and product card add up to the list's GMV; that of the shop tab lies inside them. Periods that
overlap are never added up, so only lists of exactly the campaign's days count. The wide list tells clicks, carts, and
another split of GMV: by who attributed it, seller or creator.
"""

import narwhals as nw

from campaignctl.metrics.measures import Kind, Measure, Predicate, Table

LISTED = Predicate("listed", "products of lists whose period is the campaign's", ~nw.col("product_id").is_null())
CHANNELS = ("live", "video", "card")
"""The channels that make up a product's GMV; each has columns of its own in the list."""


def _of(name: str, value: nw.Expr, words: str) -> Measure:
    return Measure(name, Table.PRODUCT_TRAFFIC, value, LISTED, Kind.SUM, words)


def _all(column: str) -> nw.Expr:
    live, video, card = (nw.col(f"{channel}_{column}") for channel in CHANNELS)
    return live + video + card


LISTED_GMV = _of("listed_gmv", nw.col("gmv"), "GMV")
LIVE_GMV = _of("listed_live_gmv", nw.col("live_gmv"), "LIVE GMV")
VIDEO_GMV = _of("listed_video_gmv", nw.col("video_gmv"), "Video GMV")
CARD_GMV = _of("listed_card_gmv", nw.col("card_gmv"), "Product card GMV")
SHOP_TAB_GMV = _of("listed_shop_tab_gmv", nw.col("shop_tab_gmv"), "Shop tab GMV")
SHOWN = _of("shown", _all("impressions"), "LIVE impressions")
PAGE_VIEWS = _of("page_views", _all("page_views"), "Page views")
VISITORS = _of("visitors", _all("unique_page_views"), "Unique page views")
BUYERS = _of("buyers", _all("customers"), "Unique customers")
CLICKS = _of("listed_clicks", nw.col("clicks"), "Product clicks")
PRODUCT_VIEWS = _of("listed_impressions", nw.col("impressions"), "Product impressions")
CARTS = _of("carts", nw.col("carts"), "Add-to-cart count")
UNIQUE_CLICKS = _of("unique_clicks", nw.col("unique_clicks"), "Unique clicks")
CART_USERS = _of("cart_users", nw.col("cart_users"), "Add-to-cart users")
SKU_ORDERS = _of("listed_sku_orders", nw.col("sku_orders"), "SKU orders")
SELLER_LIVE_GMV = _of("seller_live_gmv", nw.col("seller_live_gmv"), "Seller LIVE-attributed GMV")
SELLER_VIDEO_GMV = _of("seller_video_gmv", nw.col("seller_video_gmv"), "Seller video-attributed GMV")
CREATOR_GMV = _of("creator_gmv", nw.col("creator_gmv"), "Creator-attributed GMV")
SELLER_CARD_GMV = _of("seller_card_gmv", nw.col("seller_card_gmv"), "Seller product card GMV")
COFUNDED_GMV = _of("cofunded_gmv", nw.col("cofunded_gmv"), "GMV (with platform co-funding)")
TAXED_GMV = _of("taxed_gmv", nw.col("taxed_gmv"), "GMV with tax")
LISTED_REFUNDS = _of("listed_refunds", nw.col("refunds"), "Refunds")
WIDE = frozenset(
    measure.name
    for measure in (
        CLICKS, PRODUCT_VIEWS, CARTS, UNIQUE_CLICKS, CART_USERS, SKU_ORDERS, SELLER_LIVE_GMV, SELLER_VIDEO_GMV,
        CREATOR_GMV, SELLER_CARD_GMV, COFUNDED_GMV, LISTED_REFUNDS, TAXED_GMV,
    )
)  # fmt: skip
"""The names of what the wide list alone tells; nobody misses it where only flat lists were handed in."""
