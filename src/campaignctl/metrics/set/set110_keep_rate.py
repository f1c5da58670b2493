"""The keep rate is what is left of net sales when fees, commission, shipping and taxes were taken off.

Keep rate times price less product cost is what a unit contributes; product cost over keep rate is the floor of a price.
"""

from campaignctl.domain.formats import Format
from campaignctl.metrics.example import example
from campaignctl.metrics.metric import Direction, Metric, Unit
from campaignctl.metrics.quotients import of_both, quotient
from campaignctl.metrics.settlements import NET_SALES, PAID_OUT

METRIC = Metric(
    code="SET110",
    name="keep-rate",
    id="keep_rate",
    label="Keep rate",
    unit=Unit.RATE,
    format=Format.PERCENT,
    meaning="What shops keep of settled net sales",
    formula="settled amount / settled net sales",
    source="settlement",
    direction=Direction.UP,
    additive_over=(),
    measures=of_both(PAID_OUT, NET_SALES),
    combine=quotient(PAID_OUT, NET_SALES),
    examples=(
        example("""
settlements
| order_id | settlement_amount | net_sales |
| 1        | 28.00             | 40.00     |
| 2        | 42.00             | 60.00     |
keep_rate.total = 70%
"""),
        example("""
settlements
| order_id | settlement_amount | net_sales |
| 1        | 28.00             | 40.00     |
| 2        | 42.00             |           |
keep_rate.total = 70%
"""),
    ),
)
