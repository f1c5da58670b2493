"""The refund rate of settlements is by value and before shipping: what came back of what settled orders had sold.

The orders export knows refunds of every order, but with tax and shipping in them; a statement knows only what was
settled.
"""

from campaignctl.domain.formats import Format
from campaignctl.metrics.example import example
from campaignctl.metrics.metric import Direction, Metric, Unit
from campaignctl.metrics.quotients import of_both, quotient
from campaignctl.metrics.settlements import LESS_DISCOUNT, REFUNDS

METRIC = Metric(
    code="SET111",
    name="settled-refund-rate",
    id="settled_refund_rate",
    label="Refund rate, settled",
    unit=Unit.RATE,
    format=Format.PERCENT,
    meaning="Refunds as a part of settled sales before refunds",
    formula="(gross sales refund + seller discount refund) / (gross sales + seller discount)",
    source="settlement",
    direction=Direction.DOWN,
    additive_over=(),
    measures=of_both(REFUNDS, LESS_DISCOUNT),
    combine=quotient(REFUNDS, LESS_DISCOUNT),
    examples=(
        example("""
settlements
| order_id | gross_sales | seller_discount | gross_sales_refund | seller_discount_refund |
| 1        | 50.00       | -10.00          | -25.00             | 5.00                   |
| 2        | 80.00       | -20.00          | 0.00               | 0.00                   |
settled_refund_rate.total = 20%
"""),
    ),
)
