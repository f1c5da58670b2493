"""GMV attributed to the shops' own livestreams: also what viewers bought elsewhere within about a day."""

from campaignctl.domain.formats import Format
from campaignctl.metrics.example import example
from campaignctl.metrics.listed import SELLER_LIVE_GMV
from campaignctl.metrics.metric import Direction, Metric, Unit

METRIC = Metric(
    code="PRD115",
    name="seller-live-gmv",
    id="seller_live_gmv",
    label="Seller LIVE GMV, attributed",
    unit=Unit.MONEY,
    format=Format.MONEY_SHORT,
    meaning="GMV attributed to the shops' own livestreams",
    formula="sum of seller LIVE-attributed GMV over products of lists of the campaign's days",
    source="product list (wide)",
    direction=Direction.UP,
    additive_over=("seller", "product"),
    measures=(SELLER_LIVE_GMV,),
    combine=lambda sums: sums["seller_live_gmv"],
    examples=(
        example("""
product_traffic
| product_id | seller_live_gmv |
| P-1 | 100.00 |
| P-2 | 50.00 |
seller_live_gmv.total = $150
"""),
    ),
)
