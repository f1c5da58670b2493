"""Adjustments are what a statement adds or takes beside orders: reimbursements, rebates, penalties, ads paid from GMV.

They count by the day they were settled where they name no order.
"""

from campaignctl.domain.formats import Format
from campaignctl.metrics.example import example
from campaignctl.metrics.metric import Direction, Metric, Unit
from campaignctl.metrics.settlements import ADJUSTMENTS

METRIC = Metric(
    code="SET114",
    name="adjustments",
    id="adjustments",
    label="Adjustments",
    unit=Unit.MONEY,
    format=Format.MONEY_SHORT,
    meaning="Rebates, penalties and other lines that are no order",
    formula="sum of Total settlement amount over lines that are no order",
    source="settlement",
    direction=Direction.NEUTRAL,
    additive_over=("seller",),
    measures=(ADJUSTMENTS,),
    combine=lambda sums: sums["adjustments"],
    examples=(
        example("""
settlements
| order_id | kind       | settlement_amount |
| 1        | order      | 28.00             |
| 9        | adjustment | -3.00             |
adjustments.total = −$3.00
"""),
    ),
)
