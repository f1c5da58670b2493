"""AOV by SKU orders divides GMV by SKU orders, as the wide product list does.

It lies below the AOV wherever orders hold more than one SKU; the two are not to be compared.
"""

from campaignctl.domain.formats import Format
from campaignctl.metrics.example import example
from campaignctl.metrics.lines import SKU_ORDERS, VALUE
from campaignctl.metrics.metric import Direction, Metric, Unit, ratio, told

METRIC = Metric(
    code="ORD107",
    name="aov-sku-orders",
    id="aov_sku_orders",
    label="AOV by SKU orders",
    unit=Unit.MONEY,
    format=Format.MONEY,
    meaning="Average value of a SKU order: GMV divided by SKU orders",
    formula="GMV / SKU orders",
    source="orders export",
    direction=Direction.UP,
    additive_over=(),
    measures=(SKU_ORDERS, VALUE),
    combine=lambda sums: told(ratio(sums["value"], sums["sku_orders"]), sums, VALUE),
    examples=(
        example("""
order_lines
| order_id | sku_id | subtotal_after_discount |
| 1        | A      | 30.00                   |
| 1        | B      | 10.00                   |
aov_sku_orders.total = $20.00
aov.total = $40.00
"""),
    ),
)
