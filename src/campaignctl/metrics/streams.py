"""What is taken from a LIVE list: every stream that started in the period, with the sums its rates are made of."""

import narwhals as nw

from campaignctl.metrics.measures import Kind, Measure, Predicate, Table

HELD = Predicate("held", "streams that started in the period", ~nw.col("started").is_null())


def _of(name: str, column: str, words: str, kind: Kind = Kind.SUM) -> Measure:
    return Measure(name, Table.STREAMS, nw.col(column), HELD, kind, words)


STREAMS = _of("streams", "one", "Start time")
DIRECT_GMV = _of("direct_gmv", "direct_gmv", "Direct GMV")
STREAM_ORDERS = _of("stream_orders", "orders", "Orders paid for")
VIEWS = _of("views", "views", "Views")
CLICKS = _of("clicks", "product_clicks", "Product clicks")
SECONDS = _of("seconds", "duration", "Duration")
PEAK = _of("peak", "peak_viewers", "Peak viewers", Kind.MAX)
IMPRESSIONS = _of("product_impressions", "product_impressions", "Product impressions")
GROSS_REVENUE = _of("gross_revenue", "gross_revenue", "Gross revenue")
ITEMS = _of("items", "items_sold", "Items sold")
FOLLOWERS = _of("followers", "new_followers", "New followers")
VIEWERS = _of("viewers", "viewers", "Viewers")
COMMENTS = _of("comments", "comments", "Comments")
SHARES = _of("shares", "shares", "Shares")
LIKES = _of("likes", "likes", "Likes")
VIEW_SECONDS = Measure(
    "view_seconds",
    Table.STREAMS,
    (nw.col("average_view_duration") * nw.col("views")).round().cast(nw.Int64),
    HELD,
    Kind.SUM,
    "Avg. view duration",
)
