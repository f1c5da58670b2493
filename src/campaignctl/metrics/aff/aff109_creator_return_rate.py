"""Returned whole is the part of creators' orders of which everything was returned or refunded.

The file says yes or no, so a part that came back counts as not returned; an order of which it says nothing
plays no part.
"""

from campaignctl.domain.formats import Format
from campaignctl.metrics.affiliates import ANSWERS, RETURNED_ORDERS, TOLD_ORDERS
from campaignctl.metrics.example import example
from campaignctl.metrics.metric import Direction, Metric, Unit, ratio

METRIC = Metric(
    code="AFF109",
    name="creator-return-rate",
    id="creator_return_rate",
    label="Returned whole, creators",
    unit=Unit.RATE,
    format=Format.PERCENT,
    meaning="Creators' orders that came back whole",
    formula="orders fully returned or refunded / creator orders that say so or not",
    source="affiliate orders",
    direction=Direction.DOWN,
    additive_over=(),
    measures=(ANSWERS, RETURNED_ORDERS, TOLD_ORDERS),
    combine=lambda sums: ratio(sums["creator_returned"], sums["creator_told"]),
    examples=(
        example("""
affiliate_orders
| order_id | returned |
| 1        | no       |
| 2        | yes      |
| 3        | no       |
| 4        | no       |
creator_return_rate.total = 25%
"""),
        example("""
affiliate_orders
| order_id | returned |
| 1        |          |
creator_return_rate.total = n/a
"""),
    ),
)
