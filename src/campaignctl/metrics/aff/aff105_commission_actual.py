"""Actual commission is what creators earned on what was not returned.

It is known weeks later, order by order; until then it is less than what is to come.
"""

from campaignctl.domain.formats import Format
from campaignctl.metrics.affiliates import ACTUAL
from campaignctl.metrics.example import example
from campaignctl.metrics.metric import Direction, Metric, Unit

METRIC = Metric(
    code="AFF105",
    name="commission-actual",
    id="commission_actual",
    label="Commission, actual",
    unit=Unit.MONEY,
    format=Format.MONEY_SHORT,
    meaning="What creators earned on what was not returned",
    formula="sum of Actual Commission Payment",
    source="affiliate orders",
    direction=Direction.NEUTRAL,
    additive_over=("day", "seller", "creator"),
    measures=(ACTUAL,),
    combine=lambda sums: sums["actual_commission"],
    examples=(
        example("""
affiliate_orders
| order_id | expected_commission | actual_commission |
| 1        | 2.00                | 1.00              |
commission_actual.total = $1.00
"""),
    ),
)
