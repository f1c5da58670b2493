"""The LIVE average price by items is direct GMV per item sold.

The classic LIVE list's "Avg. price" divides by orders instead.
"""

from campaignctl.domain.formats import Format
from campaignctl.metrics.example import example
from campaignctl.metrics.metric import Direction, Metric, Unit
from campaignctl.metrics.quotients import of_both, quotient
from campaignctl.metrics.streams import DIRECT_GMV, ITEMS

METRIC = Metric(
    code="STR114",
    name="stream-price-per-unit",
    id="stream_price_per_unit",
    label="LIVE average price by items",
    unit=Unit.MONEY,
    format=Format.MONEY,
    meaning="Direct GMV of an average item sold in a stream",
    formula="Direct GMV / Items sold",
    source="LIVE list",
    direction=Direction.NEUTRAL,
    additive_over=(),
    measures=of_both(DIRECT_GMV, ITEMS),
    combine=quotient(DIRECT_GMV, ITEMS),
    examples=(
        example("""
streams
| title    | direct_gmv | orders | items_sold |
| Evening  | 100.00     | 4      | 10         |
stream_price_per_unit.total = $10.00
"""),
    ),
)
