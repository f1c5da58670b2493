"""Refunds by product list are what buyers got back in the days of the list, for orders of whatever day.

The refund rate of orders counts by the order instead.
"""

from campaignctl.domain.formats import Format
from campaignctl.metrics.example import example
from campaignctl.metrics.listed import LISTED_REFUNDS
from campaignctl.metrics.metric import Direction, Metric, Unit

METRIC = Metric(
    code="PRD120",
    name="refunds-by-product-list",
    id="refunds_listed",
    label="Refunds by product list",
    unit=Unit.MONEY,
    format=Format.MONEY_SHORT,
    meaning="Money paid back in the list's days, whole shops",
    formula="sum of refunds over products of lists of the campaign's days",
    source="product list (wide)",
    direction=Direction.DOWN,
    additive_over=("seller", "product"),
    measures=(LISTED_REFUNDS,),
    combine=lambda sums: sums["listed_refunds"],
    examples=(
        example("""
product_traffic
| product_id | refunds |
| P-1 | 100.00 |
| P-2 | 50.00 |
refunds_listed.total = $150
"""),
    ),
)
