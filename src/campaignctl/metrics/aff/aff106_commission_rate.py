"""The commission rate is estimated commission over what it is reckoned on, over all orders.

Each product has a rate of its own, and orders that came by ads another one.
"""

from campaignctl.domain.formats import Format
from campaignctl.metrics.affiliates import EXPECTED, EXPECTED_BASE
from campaignctl.metrics.example import example
from campaignctl.metrics.metric import Direction, Metric, Unit
from campaignctl.metrics.quotients import of_both, quotient

METRIC = Metric(
    code="AFF106",
    name="commission-rate",
    id="commission_rate",
    label="Commission rate",
    unit=Unit.RATE,
    format=Format.PERCENT,
    meaning="Estimated commission as a part of its base",
    formula="Est. standard commission payment / Est. Commission Base",
    source="affiliate orders",
    direction=Direction.DOWN,
    additive_over=(),
    measures=of_both(EXPECTED, EXPECTED_BASE),
    combine=quotient(EXPECTED, EXPECTED_BASE),
    examples=(
        example("""
affiliate_orders
| order_id | expected_base | expected_commission |
| 1        | 20.00         | 2.00                |
| 2        | 30.00         | 6.00                |
commission_rate.total = 16%
"""),
    ),
)
