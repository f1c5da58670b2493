"""The referral fee rate is the part of net sales that the marketplace took as its fee.

It is what was taken, not what a price list says: categories, new shops and refunds have rates of their own.
"""

from campaignctl.domain.formats import Format
from campaignctl.metrics.example import example
from campaignctl.metrics.metric import Direction, Metric, Unit
from campaignctl.metrics.quotients import of_both, quotient
from campaignctl.metrics.settlements import NET_SALES, REFERRAL_FEE

METRIC = Metric(
    code="SET105",
    name="referral-fee-rate",
    id="referral_fee_rate",
    label="Referral fee rate",
    unit=Unit.RATE,
    format=Format.PERCENT,
    meaning="Referral fee as a part of settled net sales",
    formula="referral fee / settled net sales",
    source="settlement",
    direction=Direction.DOWN,
    additive_over=(),
    measures=of_both(REFERRAL_FEE, NET_SALES),
    combine=quotient(REFERRAL_FEE, NET_SALES),
    examples=(
        example("""
settlements
| order_id | net_sales | referral_fee |
| 1        | 30.00     | -1.80        |
| 2        | 70.00     | -4.20        |
referral_fee_rate.total = 6.00%
"""),
    ),
)
