"""Creator orders are those that a creator brought, each once whatever it holds."""

from campaignctl.domain.formats import Format
from campaignctl.metrics.affiliates import ORDERS
from campaignctl.metrics.example import example
from campaignctl.metrics.metric import Direction, Metric, Unit

METRIC = Metric(
    code="AFF102",
    name="creator-orders",
    id="creator_orders",
    label="Creator orders",
    unit=Unit.COUNT,
    format=Format.COUNT,
    meaning="Orders that creators brought",
    formula="distinct Order IDs",
    source="affiliate orders",
    direction=Direction.UP,
    additive_over=("day", "seller"),
    measures=(ORDERS,),
    combine=lambda sums: sums["creator_orders"],
    examples=(
        example("""
affiliate_orders
| order_id | creator | sku_id |
| 1        | ada     | A      |
| 1        | ada     | B      |
creator_orders.total = 1
"""),
    ),
)
