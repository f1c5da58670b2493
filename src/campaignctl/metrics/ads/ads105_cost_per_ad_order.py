"""The cost per ad order is ad cost over the SKU orders credited to ads."""

from campaignctl.domain.formats import Format
from campaignctl.metrics.advertising import COST, SKU_ORDERS
from campaignctl.metrics.example import example
from campaignctl.metrics.metric import Direction, Metric, Unit
from campaignctl.metrics.quotients import of_both, quotient

METRIC = Metric(
    code="ADS105",
    name="cost-per-ad-order",
    id="cost_per_ad_order",
    label="Cost per ad order",
    unit=Unit.MONEY,
    format=Format.MONEY,
    meaning="Ad cost per SKU order",
    formula="Cost / SKU orders (Current shop)",
    source="ads report",
    direction=Direction.DOWN,
    additive_over=(),
    measures=of_both(COST, SKU_ORDERS),
    combine=quotient(COST, SKU_ORDERS),
    examples=(
        example("""
ads
| title   | cost  | shop_sku_orders |
| Evening | 50.00 | 10              |
| Morning | 10.00 | 2               |
cost_per_ad_order.total = $5.00
"""),
    ),
)
