"""Co-funded by sellers is their part of vouchers that both sides pay, taken from the payout.

Only a statement tells it: the orders export shows who gave a discount, not who paid for it in the end.
"""

from campaignctl.domain.formats import Format
from campaignctl.metrics.example import example
from campaignctl.metrics.metric import Direction, Metric, Unit
from campaignctl.metrics.settlements import COFUNDED

METRIC = Metric(
    code="SET112",
    name="cofunded-discount",
    id="cofunded_discount",
    label="Co-funded by sellers",
    unit=Unit.MONEY,
    format=Format.MONEY_SHORT,
    meaning="The sellers' part of vouchers that both sides pay",
    formula="sum of Seller co-funded voucher discount over settled orders",
    source="settlement",
    direction=Direction.NEUTRAL,
    additive_over=("seller",),
    measures=(COFUNDED,),
    combine=lambda sums: sums["cofunded"],
    examples=(
        example("""
settlements
| order_id | cofunded_discount | platform_discount |
| 1        | -2.00             | 6.00              |
cofunded_discount.total = $2.00
"""),
    ),
)
