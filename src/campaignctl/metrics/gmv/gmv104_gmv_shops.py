"""GMV of the whole shops counts every SKU that the campaign's sellers sold, registered or not.

It stands beside the headline of registered SKUs: a campaign that only moves buyers from one shelf of a shop to another
raises the headline and leaves this figure where it was.
"""

from campaignctl.domain.formats import Format
from campaignctl.metrics.example import example
from campaignctl.metrics.lines import SHOP_VALUE
from campaignctl.metrics.metric import Direction, Metric, Unit

METRIC = Metric(
    code="GMV104",
    name="gmv-shops",
    id="gmv_shops",
    label="GMV of whole shops",
    unit=Unit.MONEY,
    format=Format.MONEY_SHORT,
    meaning="GMV of all SKUs of the registered sellers",
    formula="sum of SKU Subtotal After Discount over all paid sale lines of the campaign's shops",
    source="orders export",
    direction=Direction.UP,
    additive_over=("day", "category", "seller", "product"),
    measures=(SHOP_VALUE,),
    combine=lambda sums: sums["shop_value"],
    examples=(
        example("""
registered
| sku_id |
| 1001   |
order_lines
| order_id | sku_id | subtotal_after_discount |
| 1        | 1001   | 10.00                   |
| 2        | 2002   | 4.00                    |
gmv.total = $10.00
gmv_shops.total = $14.00
"""),
    ),
)
