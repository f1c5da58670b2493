"""What is taken from LIVE lists that attribute sales: every stream that started in the period, with its wider GMV.

Attributed GMV is direct GMV and what viewers bought elsewhere within about a day. The classic list has direct GMV only;
the two lists ask different questions and are never added up.
"""

import narwhals as nw

from campaignctl.metrics.measures import Kind, Measure, Predicate, Table

HELD = Predicate("held", "streams that started in the period", ~nw.col("started").is_null())


def _of(name: str, column: str, words: str) -> Measure:
    return Measure(name, Table.ATTRIBUTED_STREAMS, nw.col(column), HELD, Kind.SUM, words)


GMV = _of("attributed_gmv", "attributed_gmv", "Attributed GMV")
ORDERS = _of("attributed_orders", "attributed_orders", "Attributed orders")
VIEWS = _of("attributed_views", "views", "Views")
IMPRESSIONS = _of("stream_impressions", "impressions", "LIVE impressions")
CLICKS = _of("attributed_clicks", "product_clicks", "Product clicks")
PRODUCT_IMPRESSIONS = _of("attributed_product_impressions", "product_impressions", "Product impressions")
ADS_COST = _of("stream_ads_cost", "ads_cost", "Ads Cost")
ADS_GMV = _of("stream_ads_gmv", "ads_gmv", "Ads GMV")
