"""Programme fees are those of the programmes that a shop can join: LIVE Specials, Voucher Xtra and Flash Sale.

A layout that lacks one of them does not give the sum.
"""

from campaignctl.domain.formats import Format
from campaignctl.metrics.example import example
from campaignctl.metrics.metric import Direction, Metric, Unit
from campaignctl.metrics.settlements import PROGRAMME_FEES

METRIC = Metric(
    code="SET108",
    name="programme-fees",
    id="programme_fees",
    label="Programme fees",
    unit=Unit.MONEY,
    format=Format.MONEY_SHORT,
    meaning="Fees of LIVE, voucher and flash sale programmes",
    formula="LIVE Specials + Voucher Xtra + Flash Sale service fee",
    source="settlement",
    direction=Direction.NEUTRAL,
    additive_over=("seller",),
    measures=(PROGRAMME_FEES,),
    combine=lambda sums: sums["programme_fees"],
    examples=(
        example("""
settlements
| order_id | live_specials_fee | voucher_xtra_fee | flash_sale_fee |
| 1        | -1.00             | -2.00            | 0.00           |
programme_fees.total = $3.00
"""),
    ),
)
