"""LIVE GMV by product list is the part of sales that the list attributes to LIVE.

With the other two it makes the list's GMV; the shop tab's lies inside them.
"""

from campaignctl.domain.formats import Format
from campaignctl.metrics.example import example
from campaignctl.metrics.listed import LIVE_GMV
from campaignctl.metrics.metric import Direction, Metric, Unit

METRIC = Metric(
    code="PRD102",
    name="listed-live-gmv",
    id="listed_live_gmv",
    label="LIVE GMV by product list",
    unit=Unit.MONEY,
    format=Format.MONEY_SHORT,
    meaning="GMV that the product list gives to LIVE",
    formula="sum of LIVE GMV over products of lists of the campaign's days",
    source="product list",
    direction=Direction.UP,
    additive_over=("seller", "product"),
    measures=(LIVE_GMV,),
    combine=lambda sums: sums["listed_live_gmv"],
    examples=(
        example("""
product_traffic
| product_id | live_gmv |
| P-1 | 100.00 |
| P-2 | 50.00 |
listed_live_gmv.total = $150
"""),
    ),
)
