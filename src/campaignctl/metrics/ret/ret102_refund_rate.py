"""The refund rate is the share of GMV paid back on lines that were not cancelled, by value.

GMV times one minus this rate, less what was cancelled, is net GMV. It rises until the return window closes.
"""

from campaignctl.domain.formats import Format
from campaignctl.metrics.example import example
from campaignctl.metrics.lines import REFUNDED_VALUE, VALUE
from campaignctl.metrics.metric import Direction, Metric, Unit, ratio, told

METRIC = Metric(
    code="RET102",
    name="refund-rate",
    id="refund_rate",
    label="Refund rate",
    unit=Unit.RATE,
    format=Format.PERCENT,
    meaning="Share of GMV paid back, cancelled lines left out",
    formula="refunded value of lines not cancelled / GMV",
    source="orders export",
    direction=Direction.DOWN,
    additive_over=(),
    measures=(REFUNDED_VALUE, VALUE),
    combine=lambda sums: told(ratio(sums["refunded_value"], sums["value"]), sums, VALUE),
    examples=(
        example("""
order_lines
| order_id | status    | subtotal_after_discount | order_amount | order_refund |
| 1        | completed | 20.00                   | 22.00        | 11.00        |
| 2        | cancelled | 30.00                   | 33.00        | 33.00        |
| 3        | completed | 50.00                   | 55.00        |              |
refund_rate.total = 10%
"""),
        example("""
order_lines
| order_id | subtotal_after_discount | order_amount | order_refund |
| 1        | 20.00                   | 22.00        |              |
refund_rate.total = n/a
"""),
    ),
)
