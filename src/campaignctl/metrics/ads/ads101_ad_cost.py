"""Ad cost is what ads on the campaign's livestreams cost.

Rows without any spend are ads that ran and cost nothing; they are not missing.
"""

from campaignctl.domain.formats import Format
from campaignctl.metrics.advertising import COST
from campaignctl.metrics.example import example
from campaignctl.metrics.metric import Direction, Metric, Unit

METRIC = Metric(
    code="ADS101",
    name="ad-cost",
    id="ad_cost",
    label="Ad cost",
    unit=Unit.MONEY,
    format=Format.MONEY_SHORT,
    meaning="What ads on livestreams cost",
    formula="sum of Cost over ads launched in the campaign",
    source="ads report",
    direction=Direction.NEUTRAL,
    additive_over=("day", "seller"),
    measures=(COST,),
    combine=lambda sums: sums["cost"],
    examples=(
        example("""
ads
| title   | cost  |
| Evening | 50.00 |
| Morning | 0.00  |
ad_cost.total = $50.00
"""),
    ),
)
