"""The creator bonus is what seller and platform together pay creators on top of commission."""

from campaignctl.domain.formats import Format
from campaignctl.metrics.affiliates import EXPECTED_BONUS
from campaignctl.metrics.example import example
from campaignctl.metrics.metric import Direction, Metric, Unit

METRIC = Metric(
    code="AFF108",
    name="creator-bonus",
    id="creator_bonus",
    label="Creator bonus, estimated",
    unit=Unit.MONEY,
    format=Format.MONEY_SHORT,
    meaning="Bonus to creators that both sides pay",
    formula="sum of Est. co-funded creator bonus",
    source="affiliate orders",
    direction=Direction.NEUTRAL,
    additive_over=("day", "seller", "creator"),
    measures=(EXPECTED_BONUS,),
    combine=lambda sums: sums["expected_bonus"],
    examples=(
        example("""
affiliate_orders
| order_id | expected_bonus |
| 1        | 2.00           |
creator_bonus.total = $2.00
"""),
    ),
)
