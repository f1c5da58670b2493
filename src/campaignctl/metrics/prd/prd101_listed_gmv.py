"""GMV by product list is what Seller Center's product list says the shops sold, attributed to LIVE, video and card.

It counts whole shops by its own clock and attribution; the GMV of the orders export is the headline, and the two are not
to be reconciled to the cent.
"""

from campaignctl.domain.formats import Format
from campaignctl.metrics.example import example
from campaignctl.metrics.listed import LISTED_GMV
from campaignctl.metrics.metric import Direction, Metric, Unit

METRIC = Metric(
    code="PRD101",
    name="listed-gmv",
    id="listed_gmv",
    label="GMV by product list",
    unit=Unit.MONEY,
    format=Format.MONEY_SHORT,
    meaning="GMV as the product list states it, whole shops",
    formula="sum of GMV over products of lists of the campaign's days",
    source="product list",
    direction=Direction.UP,
    additive_over=("seller", "product"),
    measures=(LISTED_GMV,),
    combine=lambda sums: sums["listed_gmv"],
    examples=(
        example("""
product_traffic
| product_id | gmv |
| P-1 | 100.00 |
| P-2 | 50.00 |
listed_gmv.total = $150
"""),
    ),
)
