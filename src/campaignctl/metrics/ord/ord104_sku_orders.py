"""SKU orders count each distinct SKU of each order once: three of A and two of B in one order are two SKU orders.

The marketplace divides clicks and average values by them in several of its lists; they are neither orders nor units.
"""

from campaignctl.domain.formats import Format
from campaignctl.metrics.example import example
from campaignctl.metrics.lines import SKU_ORDERS
from campaignctl.metrics.metric import Direction, Metric, Unit

METRIC = Metric(
    code="ORD104",
    name="sku-orders",
    id="sku_orders",
    label="SKU orders",
    unit=Unit.COUNT,
    format=Format.COUNT,
    meaning="Distinct SKUs of each order, counted once each",
    formula="distinct pairs of Order ID and SKU ID over counted lines",
    source="orders export",
    direction=Direction.UP,
    additive_over=("day", "category", "seller", "product"),
    measures=(SKU_ORDERS,),
    combine=lambda sums: sums["sku_orders"],
    examples=(
        example("""
order_lines
| order_id | sku_id | quantity |
| 1        | A      | 3        |
| 1        | B      | 2        |
| 2        | A      | 1        |
sku_orders.total = 3
orders.total = 2
"""),
    ),
)
