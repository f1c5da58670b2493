"""Net GMV is what is left of GMV once cancelled lines and refunds are taken off.

It moves until the return window closes, so a report before that day calls it provisional. A refund is stated once per
order; each line bears it in proportion to its value, and tax or shipping paid back takes nothing off.
"""

from campaignctl.domain.formats import Format
from campaignctl.metrics.example import example
from campaignctl.metrics.lines import CANCELLED_VALUE, REFUNDED_VALUE, VALUE
from campaignctl.metrics.metric import Direction, Metric, Unit

METRIC = Metric(
    code="GMV102",
    name="net-gmv",
    id="net_gmv",
    label="Net GMV",
    unit=Unit.MONEY,
    format=Format.MONEY_SHORT,
    meaning="GMV less what was cancelled after payment or refunded",
    formula="GMV - value of lines cancelled after payment - their share of Order Refund Amount for all other lines",
    source="orders export",
    direction=Direction.UP,
    additive_over=("day", "category", "seller", "product"),
    measures=(VALUE, CANCELLED_VALUE, REFUNDED_VALUE),
    combine=lambda sums: sums["value"] - sums["cancelled_value"] - sums["refunded_value"],
    target="Net GMV",
    examples=(
        example("""
order_lines
| order_id | sku_id | status    | subtotal_after_discount | order_amount | order_refund |
| 1        | 1001   | completed | 30.00                   | 44.00        | 22.00        |
| 1        | 1002   | completed | 10.00                   |              |              |
| 2        | 1001   | cancelled | 20.00                   | 22.00        | 22.00        |
| 3        | 1001   | completed | 50.00                   | 55.00        | 0.00         |
gmv.total = $110
net_gmv.total = $70.00
"""),
    ),
)
