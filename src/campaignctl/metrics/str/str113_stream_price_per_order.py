"""The LIVE average price by orders is direct GMV per paid order: the classic LIVE list's "Avg. price".

Elsewhere the same words mean the price of an item.
"""

from campaignctl.domain.formats import Format
from campaignctl.metrics.example import example
from campaignctl.metrics.metric import Direction, Metric, Unit
from campaignctl.metrics.quotients import of_both, quotient
from campaignctl.metrics.streams import DIRECT_GMV, STREAM_ORDERS

METRIC = Metric(
    code="STR113",
    name="stream-price-per-order",
    id="stream_price_per_order",
    label="LIVE average price by orders",
    unit=Unit.MONEY,
    format=Format.MONEY,
    meaning="Direct GMV of an average order of a stream",
    formula="Direct GMV / Orders paid for",
    source="LIVE list",
    direction=Direction.NEUTRAL,
    additive_over=(),
    measures=of_both(DIRECT_GMV, STREAM_ORDERS),
    combine=quotient(DIRECT_GMV, STREAM_ORDERS),
    examples=(
        example("""
streams
| title    | direct_gmv | orders | items_sold |
| Evening  | 100.00     | 4      | 10         |
stream_price_per_order.total = $25.00
stream_price_per_unit.total = $10.00
"""),
    ),
)
