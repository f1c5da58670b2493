"""Ad SKU orders are those of the shop's own products that the platform credits to ads, one per SKU of an order."""

from campaignctl.domain.formats import Format
from campaignctl.metrics.advertising import SKU_ORDERS
from campaignctl.metrics.example import example
from campaignctl.metrics.metric import Direction, Metric, Unit

METRIC = Metric(
    code="ADS104",
    name="ad-orders",
    id="ad_orders",
    label="Ad SKU orders",
    unit=Unit.COUNT,
    format=Format.COUNT,
    meaning="SKU orders that the platform credits to ads",
    formula="sum of SKU orders (Current shop)",
    source="ads report",
    direction=Direction.UP,
    additive_over=("day", "seller"),
    measures=(SKU_ORDERS,),
    combine=lambda sums: sums["ad_orders"],
    examples=(
        example("""
ads
| title   | shop_sku_orders |
| Evening | 10              |
| Morning | 2               |
ad_orders.total = 12
"""),
    ),
)
