"""Discount funded is all money taken off the price of goods, whoever paid for it: sellers and the platform together."""

from campaignctl.domain.formats import Format
from campaignctl.metrics.example import example
from campaignctl.metrics.lines import PLATFORM_DISCOUNT, SELLER_DISCOUNT
from campaignctl.metrics.metric import Direction, Metric, Unit

METRIC = Metric(
    code="DSC104",
    name="discount-funded",
    id="discount",
    label="Discount funded",
    unit=Unit.MONEY,
    format=Format.MONEY_SHORT,
    meaning="Discount paid for by sellers and the platform",
    formula="seller discount + platform discount",
    source="orders export",
    direction=Direction.NEUTRAL,
    additive_over=("day", "category", "seller", "product"),
    measures=(SELLER_DISCOUNT, PLATFORM_DISCOUNT),
    combine=lambda sums: sums["seller_discount"] + sums["platform_discount"],
    examples=(
        example("""
order_lines
| order_id | seller_discount | platform_discount |
| 1        | 4.00            | 1.00              |
| 2        | 3.00            | 0.50              |
discount.total = $8.50
"""),
    ),
)
