"""What is taken from ads reports: what ads on livestreams launched in the period cost, and what was sold through them.

Sales are those of the shop's own products ("current shop"); the platform credits them by click and view, in a way of
its own, so they are never reconciled with the orders export.
"""

import narwhals as nw

from campaignctl.metrics.measures import Kind, Measure, Predicate, Table

RUN = Predicate("run", "ads on livestreams launched in the period", ~nw.col("launched").is_null())


def _of(name: str, column: str, words: str) -> Measure:
    return Measure(name, Table.ADS, nw.col(column), RUN, Kind.SUM, words)


COST = _of("cost", "cost", "Cost")
NET_COST = _of("net_cost", "net_cost", "Net Cost")
REVENUE = _of("ad_revenue", "shop_revenue", "Gross revenue (Current shop)")
SKU_ORDERS = _of("ad_orders", "shop_sku_orders", "SKU orders (Current shop)")
LIVE_VIEWS = _of("ad_views", "live_views", "LIVE views")
TEN_SECOND_VIEWS = _of("ten_second_views", "ten_second_views", "10-second LIVE views")
