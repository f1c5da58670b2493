"""Commission settled is what was taken off a shop's payout for creators.

Affiliate orders state what creators are to earn; this is what the shop has paid for it so far.
"""

from campaignctl.domain.formats import Format
from campaignctl.metrics.example import example
from campaignctl.metrics.metric import Direction, Metric, Unit
from campaignctl.metrics.settlements import COMMISSION

METRIC = Metric(
    code="SET109",
    name="settled-commission",
    id="settled_commission",
    label="Commission settled",
    unit=Unit.MONEY,
    format=Format.MONEY_SHORT,
    meaning="Commission to creators taken off settled orders",
    formula="sum of Affiliate commission over settled orders",
    source="settlement",
    direction=Direction.NEUTRAL,
    additive_over=("seller",),
    measures=(COMMISSION,),
    combine=lambda sums: sums["commission"],
    examples=(
        example("""
settlements
| order_id | affiliate_commission |
| 1        | -3.00                |
| 2        | 0.00                 |
settled_commission.total = $3.00
"""),
    ),
)
