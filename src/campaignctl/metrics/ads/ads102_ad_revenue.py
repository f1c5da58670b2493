"""Ad revenue is what the platform credits to ads: sales of the shop within 7 days of a click or one day of a view.

It adds the platform's product discount back, less tax, and counts on the day of the click: it is no part of GMV and
never reconciled with it.
"""

from campaignctl.domain.formats import Format
from campaignctl.metrics.advertising import REVENUE
from campaignctl.metrics.example import example
from campaignctl.metrics.metric import Direction, Metric, Unit

METRIC = Metric(
    code="ADS102",
    name="ad-revenue",
    id="ad_revenue",
    label="Ad revenue",
    unit=Unit.MONEY,
    format=Format.MONEY_SHORT,
    meaning="Sales that the platform credits to ads",
    formula="sum of Gross revenue (Current shop)",
    source="ads report",
    direction=Direction.UP,
    additive_over=("day", "seller"),
    measures=(REVENUE,),
    combine=lambda sums: sums["ad_revenue"],
    examples=(
        example("""
ads
| title   | cost  | shop_revenue |
| Evening | 50.00 | 200.00       |
| Morning | 10.00 | 40.00        |
ad_revenue.total = $240
"""),
    ),
)
