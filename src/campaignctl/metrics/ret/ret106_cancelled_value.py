"""Cancelled after payment is what GMV holds of lines that were paid and then cancelled.

The marketplace counts them in GMV; net GMV leaves them out.
"""

from campaignctl.domain.formats import Format
from campaignctl.metrics.example import example
from campaignctl.metrics.lines import CANCELLED_VALUE
from campaignctl.metrics.metric import Direction, Metric, Unit

METRIC = Metric(
    code="RET106",
    name="cancelled-value",
    id="cancelled_value",
    label="Cancelled after payment",
    unit=Unit.MONEY,
    format=Format.MONEY_SHORT,
    meaning="GMV of lines cancelled after they were paid",
    formula="sum of SKU Subtotal After Discount over cancelled counted lines",
    source="orders export",
    direction=Direction.DOWN,
    additive_over=("day", "category", "seller", "product"),
    measures=(CANCELLED_VALUE,),
    combine=lambda sums: sums["cancelled_value"],
    examples=(
        example("""
order_lines
| order_id | status    | subtotal_after_discount |
| 1        | completed | 20.00                   |
| 2        | cancelled | 30.00                   |
cancelled_value.total = $30.00
"""),
    ),
)
