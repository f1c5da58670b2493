"""Ad net cost is what ads cost when the platform's credits were taken off: what the shop itself pays."""

from campaignctl.domain.formats import Format
from campaignctl.metrics.advertising import NET_COST
from campaignctl.metrics.example import example
from campaignctl.metrics.metric import Direction, Metric, Unit

METRIC = Metric(
    code="ADS106",
    name="ad-net-cost",
    id="ad_net_cost",
    label="Ad net cost",
    unit=Unit.MONEY,
    format=Format.MONEY_SHORT,
    meaning="Ad cost less what the platform gave in credit",
    formula="sum of Net Cost",
    source="ads report",
    direction=Direction.NEUTRAL,
    additive_over=("day", "seller"),
    measures=(NET_COST,),
    combine=lambda sums: sums["net_cost"],
    examples=(
        example("""
ads
| title   | cost  | net_cost |
| Evening | 50.00 | 45.00    |
ad_net_cost.total = $45.00
"""),
    ),
)
