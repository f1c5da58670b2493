"""Product card GMV by product list is the part of sales that the list attributes to product card.

With the other two it makes the list's GMV; the shop tab's lies inside them.
"""

from campaignctl.domain.formats import Format
from campaignctl.metrics.example import example
from campaignctl.metrics.listed import CARD_GMV
from campaignctl.metrics.metric import Direction, Metric, Unit

METRIC = Metric(
    code="PRD104",
    name="listed-card-gmv",
    id="listed_card_gmv",
    label="Product card GMV by product list",
    unit=Unit.MONEY,
    format=Format.MONEY_SHORT,
    meaning="GMV that the product list gives to Product card",
    formula="sum of Product card GMV over products of lists of the campaign's days",
    source="product list",
    direction=Direction.UP,
    additive_over=("seller", "product"),
    measures=(CARD_GMV,),
    combine=lambda sums: sums["listed_card_gmv"],
    examples=(
        example("""
product_traffic
| product_id | card_gmv |
| P-1 | 100.00 |
| P-2 | 50.00 |
listed_card_gmv.total = $150
"""),
    ),
)
