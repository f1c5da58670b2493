"""GMV that the product list attributes to creators, by livestream and video.

Affiliate orders tell commission as well and count by their own window; the two are not to be reconciled to the cent.
"""

from campaignctl.domain.formats import Format
from campaignctl.metrics.example import example
from campaignctl.metrics.listed import CREATOR_GMV
from campaignctl.metrics.metric import Direction, Metric, Unit

METRIC = Metric(
    code="PRD117",
    name="creator-gmv-listed",
    id="creator_gmv_listed",
    label="Creator GMV by product list",
    unit=Unit.MONEY,
    format=Format.MONEY_SHORT,
    meaning="GMV attributed to creators, whole shops",
    formula="sum of creator-attributed GMV over products of lists of the campaign's days",
    source="product list (wide)",
    direction=Direction.UP,
    additive_over=("seller", "product"),
    measures=(CREATOR_GMV,),
    combine=lambda sums: sums["creator_gmv"],
    examples=(
        example("""
product_traffic
| product_id | creator_gmv |
| P-1 | 100.00 |
| P-2 | 50.00 |
creator_gmv_listed.total = $150
"""),
    ),
)
