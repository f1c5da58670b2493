"""AOV is the value of an average order: GMV divided by orders.

It is made from the sums of the period, never from the averages of its days or shops. Other reports divide by SKU
orders or by items under the same name.
"""

from campaignctl.domain.formats import Format
from campaignctl.metrics.example import example
from campaignctl.metrics.lines import ORDERS, VALUE
from campaignctl.metrics.metric import Direction, Metric, Unit, ratio, told

METRIC = Metric(
    code="ORD103",
    name="aov",
    id="aov",
    label="AOV",
    unit=Unit.MONEY,
    format=Format.MONEY,
    meaning="Average order value: GMV divided by orders",
    formula="GMV / orders",
    source="orders export",
    direction=Direction.UP,
    additive_over=(),
    measures=(VALUE, ORDERS),
    combine=lambda sums: told(ratio(sums["value"], sums["orders"]), sums, VALUE),
    examples=(
        example("""
order_lines
| order_id | paid       | subtotal_after_discount |
| 1        | 2026-11-20 | 10.00                   |
| 2        | 2026-11-21 | 10.00                   |
| 3        | 2026-11-21 | 40.01                   |
aov.total = $20.00
aov.day.2026-11-21 = $25.01
"""),
    ),
)
