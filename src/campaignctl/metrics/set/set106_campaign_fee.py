"""The campaign fee is what the marketplace took for taking part, as statements show it.

South-East Asia calls it the campaign resource fee.
"""

from campaignctl.domain.formats import Format
from campaignctl.metrics.example import example
from campaignctl.metrics.metric import Direction, Metric, Unit
from campaignctl.metrics.settlements import CAMPAIGN_FEE

METRIC = Metric(
    code="SET106",
    name="campaign-fee",
    id="campaign_fee",
    label="Campaign fee",
    unit=Unit.MONEY,
    format=Format.MONEY_SHORT,
    meaning="What the marketplace took for taking part in the campaign",
    formula="sum of Campaign service fee over settled orders",
    source="settlement",
    direction=Direction.NEUTRAL,
    additive_over=("seller",),
    measures=(CAMPAIGN_FEE,),
    combine=lambda sums: sums["campaign_fee"],
    examples=(
        example("""
settlements
| order_id | net_sales | campaign_fee |
| 1        | 30.00     | -0.30        |
| 2        | 70.00     | -0.70        |
campaign_fee.total = $1.00
"""),
    ),
)
