"""What is taken from video lists: plays, clicks and sales of every video, in lists of exactly the campaign's days.

Periods that overlap are never added up. Direct GMV and attributed GMV are two figures: the second also counts what was
bought elsewhere within about a day of having seen the product in the video.
"""

import narwhals as nw

from campaignctl.metrics.measures import Kind, Measure, Predicate, Table

SHOWN = Predicate("shown", "videos of lists whose period is the campaign's", ~nw.col("video_id").is_null())


def _of(name: str, value: str | nw.Expr, words: str) -> Measure:
    expr = nw.col(value) if isinstance(value, str) else value
    return Measure(name, Table.VIDEOS, expr, SHOWN, Kind.SUM, words)


PLAYS = _of("plays", "plays", "VV")
CLICKS = _of("video_clicks", "product_clicks", "Product Clicks")
LIVE_CLICKS = _of("live_clicks", "live_clicks", "V-to-L clicks")
ORDERS = _of("video_orders", "orders", "Orders")
ITEMS = _of("video_items", "items_sold", "Video items sold")
GMV = _of("video_gmv", "gmv", "Gross merchandise value (Video)")
ATTRIBUTED = _of("video_attributed", "attributed_gmv", "Shoppable video attributed GMV")
INDIRECT = _of("video_indirect", nw.col("attributed_gmv") - nw.col("gmv"), "Shoppable video attributed GMV")
VIDEOS = Measure("videos", Table.VIDEOS, nw.col("video_id"), SHOWN, Kind.DISTINCT, "Video ID")
