"""The settled amount is what shops were paid for the campaign's orders: revenue less shipping, fees and taxes.

It grows for weeks: an order is settled after it was delivered. It counts whole shops, for statements know no registration.
"""

from campaignctl.domain.formats import Format
from campaignctl.metrics.example import example
from campaignctl.metrics.metric import Direction, Metric, Unit
from campaignctl.metrics.settlements import PAID_OUT

METRIC = Metric(
    code="SET101",
    name="settled-amount",
    id="settled_amount",
    label="Settled amount",
    unit=Unit.MONEY,
    format=Format.MONEY_SHORT,
    meaning="What shops were paid for orders of the campaign so far",
    formula="sum of Total settlement amount over orders placed in the campaign",
    source="settlement",
    direction=Direction.UP,
    additive_over=("seller",),
    measures=(PAID_OUT,),
    combine=lambda sums: sums["paid_out"],
    examples=(
        example("""
settlements
| order_id | settlement_amount | net_sales |
| 1        | 28.20             | 30.00     |
| 2        | 47.00             | 50.00     |
settled_amount.total = $75.20
"""),
    ),
)
