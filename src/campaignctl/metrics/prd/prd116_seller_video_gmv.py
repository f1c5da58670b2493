"""GMV attributed to the shops' own videos: also what viewers bought elsewhere within about a day."""

from campaignctl.domain.formats import Format
from campaignctl.metrics.example import example
from campaignctl.metrics.listed import SELLER_VIDEO_GMV
from campaignctl.metrics.metric import Direction, Metric, Unit

METRIC = Metric(
    code="PRD116",
    name="seller-video-gmv",
    id="seller_video_gmv",
    label="Seller video GMV, attributed",
    unit=Unit.MONEY,
    format=Format.MONEY_SHORT,
    meaning="GMV attributed to the shops' own videos",
    formula="sum of seller video-attributed GMV over products of lists of the campaign's days",
    source="product list (wide)",
    direction=Direction.UP,
    additive_over=("seller", "product"),
    measures=(SELLER_VIDEO_GMV,),
    combine=lambda sums: sums["seller_video_gmv"],
    examples=(
        example("""
product_traffic
| product_id | seller_video_gmv |
| P-1 | 100.00 |
| P-2 | 50.00 |
seller_video_gmv.total = $150
"""),
    ),
)
