"""GMV of registered SKUs counts only what sellers entered for the campaign.

It is the headline unless the campaign counts whole shops; then it stands beside it and says how much of the sales the
registered SKUs brought.
"""

from campaignctl.domain.formats import Format
from campaignctl.metrics.example import example
from campaignctl.metrics.lines import REGISTERED_VALUE
from campaignctl.metrics.metric import Direction, Metric, Unit

METRIC = Metric(
    code="GMV105",
    name="gmv-registered",
    id="gmv_registered",
    label="GMV of registered SKUs",
    unit=Unit.MONEY,
    format=Format.MONEY_SHORT,
    meaning="GMV of the SKUs that sellers registered",
    formula="sum of SKU Subtotal After Discount over paid sale lines of registered SKUs",
    source="orders export, registrations",
    direction=Direction.UP,
    additive_over=("day", "category", "seller", "product"),
    measures=(REGISTERED_VALUE,),
    combine=lambda sums: sums["registered_value"],
    examples=(
        example("""
registered
| sku_id | product_id |
| 1001   | P-1        |
|        | P-2        |
order_lines
| order_id | sku_id | product_id | subtotal_after_discount |
| 1        | 1001   | P-1        | 10.00                   |
| 2        | 1002   | P-1        | 4.00                    |
| 3        | 1003   | P-2        | 2.00                    |
gmv_registered.total = $12.00
"""),
    ),
)
