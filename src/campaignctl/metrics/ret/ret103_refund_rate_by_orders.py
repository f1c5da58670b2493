"""The refund rate by orders is the share of orders with money paid back, in part or whole.

Beside the rate by value it tells whether cheap or dear orders come back. It rises until the return window closes.
"""

from campaignctl.domain.formats import Format
from campaignctl.metrics.example import example
from campaignctl.metrics.lines import ORDERS, REFUNDED_ORDERS, REFUNDED_VALUE
from campaignctl.metrics.metric import Direction, Metric, Unit, ratio

METRIC = Metric(
    code="RET103",
    name="refund-rate-by-orders",
    id="refund_rate_orders",
    label="Refund rate by orders",
    unit=Unit.RATE,
    format=Format.PERCENT,
    meaning="Share of orders with money paid back",
    formula="orders with a refund / orders, cancelled ones left out of the refunds",
    source="orders export",
    direction=Direction.DOWN,
    additive_over=(),
    measures=(ORDERS, REFUNDED_ORDERS, REFUNDED_VALUE),
    combine=lambda sums: ratio(sums["refunded_orders"], sums["orders"]).mask(sums["refunded_value"].isna()),
    examples=(
        example("""
order_lines
| order_id | subtotal_after_discount | order_amount | order_refund |
| 1        | 90.00                   | 90.00        | 90.00        |
| 2        | 10.00                   | 10.00        | 0.00         |
refund_rate_orders.total = 50%
refund_rate.total = 90%
"""),
        example("""
order_lines
| order_id | subtotal_after_discount | order_amount | order_refund |
| 1        | 20.00                   | 22.00        |              |
refund_rate_orders.total = n/a
"""),
    ),
)
