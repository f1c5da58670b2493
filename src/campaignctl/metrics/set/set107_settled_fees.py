"""Fees in all are everything that a statement calls a fee, commission to creators included.

Some layouts do not add them up; then they are not given, rather than added up from the fees that happen to be known.
"""

from campaignctl.domain.formats import Format
from campaignctl.metrics.example import example
from campaignctl.metrics.metric import Direction, Metric, Unit
from campaignctl.metrics.settlements import FEES

METRIC = Metric(
    code="SET107",
    name="settled-fees",
    id="settled_fees",
    label="Fees in all",
    unit=Unit.MONEY,
    format=Format.MONEY_SHORT,
    meaning="Everything that a statement calls a fee",
    formula="sum of Total fees over settled orders",
    source="settlement",
    direction=Direction.NEUTRAL,
    additive_over=("seller",),
    measures=(FEES,),
    combine=lambda sums: sums["fees"],
    examples=(
        example("""
settlements
| order_id | net_sales | fees  |
| 1        | 30.00     | -4.00 |
settled_fees.total = $4.00
"""),
    ),
)
