"""Platform discount is what the marketplace took off the price of goods at its own cost.

Discounts on shipping and on payment stand in other columns and are not part of it.
"""

from campaignctl.domain.formats import Format
from campaignctl.metrics.example import example
from campaignctl.metrics.lines import PLATFORM_DISCOUNT
from campaignctl.metrics.metric import Direction, Metric, Unit

METRIC = Metric(
    code="DSC102",
    name="platform-discount",
    id="platform_discount",
    label="Platform discount",
    unit=Unit.MONEY,
    format=Format.MONEY_SHORT,
    meaning="Discount that the platform paid for",
    formula="sum of SKU Platform Discount over paid sale lines",
    source="orders export",
    direction=Direction.NEUTRAL,
    additive_over=("day", "category", "seller", "product"),
    measures=(PLATFORM_DISCOUNT,),
    combine=lambda sums: sums["platform_discount"],
    target="Platform spend",
    examples=(
        example("""
order_lines
| order_id | status    | platform_discount |
| 1        | completed | 1.25              |
| 2        | cancelled | 0.75              |
| 3        | unpaid    | 5.00              |
platform_discount.total = $2.00
"""),
    ),
)
