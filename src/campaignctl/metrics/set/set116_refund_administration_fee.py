"""The refund administration fee is what the marketplace keeps of a referral fee when an order is refunded.

It is a fifth of that fee in the United States: what refunds cost a shop beside the sale.
"""

from campaignctl.domain.formats import Format
from campaignctl.metrics.example import example
from campaignctl.metrics.metric import Direction, Metric, Unit
from campaignctl.metrics.settlements import REFUND_FEE

METRIC = Metric(
    code="SET116",
    name="refund-administration-fee",
    id="refund_administration_fee",
    label="Refund administration fee",
    unit=Unit.MONEY,
    format=Format.MONEY_SHORT,
    meaning="What the marketplace kept of fees on refunded orders",
    formula="sum of Refund administration fee over settled orders",
    source="settlement",
    direction=Direction.DOWN,
    additive_over=("seller",),
    measures=(REFUND_FEE,),
    combine=lambda sums: sums["refund_fee"],
    examples=(
        example("""
settlements
| order_id | referral_fee | refund_administration_fee |
| 1        | 0.00         | -0.36                     |
| 2        | -4.20        | 0.00                      |
refund_administration_fee.total = $0.36
"""),
    ),
)
