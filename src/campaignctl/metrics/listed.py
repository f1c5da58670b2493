"""What is taken from a product list: sales and audience by product, where the list's period is the campaign's.

GMV of LIVE, video and product card add up to the list's GMV; that of the shop tab lies inside them. Periods that
overlap are never added up, so only lists of exactly the campaign's days count.
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
