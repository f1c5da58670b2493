"""Product clicks are how often products were opened from anywhere: what the wide list counts as traffic.

The flat list counts page views of LIVE, video and product card instead.
"""

from campaignctl.domain.formats import Format
from campaignctl.metrics.example import example
from campaignctl.metrics.listed import CLICKS
from campaignctl.metrics.metric import Direction, Metric, Unit

METRIC = Metric(
    code="PRD109",
    name="product-clicks",
    id="listed_clicks",
    label="Product clicks by product list",
    unit=Unit.COUNT,
    format=Format.COUNT,
    meaning="Clicks on products, all ways of sale",
    formula="sum of product clicks over products of lists of the campaign's days",
    source="product list (wide)",
    direction=Direction.UP,
    additive_over=("seller", "product"),
    measures=(CLICKS,),
    combine=lambda sums: sums["listed_clicks"],
    examples=(
        example("""
product_traffic
| product_id | clicks |
| P-1 | 40 |
| P-2 | 20 |
listed_clicks.total = 60
"""),
    ),
)
