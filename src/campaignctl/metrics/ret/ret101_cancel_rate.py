"""The cancel rate is the share of paid orders of which a line was cancelled after payment.

Orders cancelled before payment never counted, so they are in neither number.
"""

from campaignctl.domain.formats import Format
from campaignctl.metrics.example import example
from campaignctl.metrics.lines import CANCELLED_ORDERS, ORDERS
from campaignctl.metrics.metric import Direction, Metric, Unit, ratio

METRIC = Metric(
    code="RET101",
    name="cancel-rate",
    id="cancel_rate",
    label="Cancel rate",
    unit=Unit.RATE,
    format=Format.PERCENT,
    meaning="Share of paid orders cancelled after payment",
    formula="orders with a line cancelled after payment / orders",
    source="orders export",
    direction=Direction.DOWN,
    additive_over=(),
    measures=(CANCELLED_ORDERS, ORDERS),
    combine=lambda sums: ratio(sums["cancelled_orders"], sums["orders"]),
    examples=(
        example("""
order_lines
| order_id | status    | paid             |
| 1        | completed | 2026-11-20 09:00 |
| 2        | cancelled | 2026-11-20 10:00 |
| 2        | completed | 2026-11-20 10:00 |
| 3        | cancelled |                  |
| 4        | shipped   | 2026-11-21 10:00 |
cancel_rate.total = 33%
"""),
    ),
)
