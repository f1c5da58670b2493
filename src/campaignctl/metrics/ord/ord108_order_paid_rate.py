"""The order-paid rate is the part of what was ordered that was paid for.

It counts by when an order was placed, since what was never paid has no other time. Cash on delivery is paid late.
"""

from campaignctl.domain.formats import Format
from campaignctl.metrics.example import example
from campaignctl.metrics.metric import Direction, Metric, Unit, ratio
from campaignctl.metrics.placed import PAID_ORDERS, PLACED_ORDERS

METRIC = Metric(
    code="ORD108",
    name="order-paid-rate",
    id="order_paid_rate",
    label="Order-paid rate",
    unit=Unit.RATE,
    format=Format.PERCENT,
    meaning="Paid SKU orders as a part of those placed",
    formula="paid SKU orders / placed SKU orders, by when they were placed",
    source="orders export",
    direction=Direction.UP,
    additive_over=(),
    measures=(PAID_ORDERS, PLACED_ORDERS),
    combine=lambda sums: ratio(sums["paid_sku_orders"], sums["placed_sku_orders"]),
    examples=(
        example("""
order_lines
| order_id | sku_id | status    | paid       |
| 1        | A      | completed | 2026-11-20 |
| 2        | A      | unpaid    |            |
| 3        | A      | cancelled |            |
| 4        | A      | shipped   | 2026-11-21 |
order_paid_rate.total = 50%
"""),
    ),
)
