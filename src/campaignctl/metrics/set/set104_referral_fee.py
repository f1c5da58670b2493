"""The referral fee is what the marketplace took of every sale, as statements show it.

South-East Asia calls it the commission fee. Where a statement is there, the return of the platform's money rests on it.
"""

from campaignctl.domain.formats import Format
from campaignctl.metrics.example import example
from campaignctl.metrics.metric import Direction, Metric, Unit
from campaignctl.metrics.settlements import REFERRAL_FEE

METRIC = Metric(
    code="SET104",
    name="referral-fee",
    id="referral_fee",
    label="Referral fee",
    unit=Unit.MONEY,
    format=Format.MONEY_SHORT,
    meaning="What the marketplace took of every sale",
    formula="sum of Referral fee over settled orders",
    source="settlement",
    direction=Direction.NEUTRAL,
    additive_over=("seller",),
    measures=(REFERRAL_FEE,),
    combine=lambda sums: sums["referral_fee"],
    examples=(
        example("""
settlements
| order_id | net_sales | referral_fee |
| 1        | 30.00     | -1.80        |
referral_fee.total = $1.80
"""),
    ),
)
