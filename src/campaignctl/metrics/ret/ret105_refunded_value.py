"""Refunded is the part of GMV that was paid back on lines not cancelled.

Tax and shipping in a refund are not in GMV and not in here. It grows until the return window closes.
"""

from campaignctl.domain.formats import Format
from campaignctl.metrics.example import example
from campaignctl.metrics.lines import REFUNDED_VALUE
from campaignctl.metrics.metric import Direction, Metric, Unit

METRIC = Metric(
    code="RET105",
    name="refunded-value",
    id="refunded_value",
    label="Refunded",
    unit=Unit.MONEY,
    format=Format.MONEY_SHORT,
    meaning="GMV paid back on lines that were not cancelled",
    formula="sum of each line's part of Order Refund Amount, cancelled lines left out",
    source="orders export",
    direction=Direction.DOWN,
    additive_over=("day", "category", "seller", "product"),
    measures=(REFUNDED_VALUE,),
    combine=lambda sums: sums["refunded_value"],
    examples=(
        example("""
order_lines
| order_id | subtotal_after_discount | order_amount | order_refund |
| 1        | 20.00                   | 22.00        | 11.00        |
| 2        | 30.00                   | 33.00        |              |
refunded_value.total = $10.00
"""),
    ),
)
