"""Video GMV by product list is the part of sales that the list attributes to video.

With the other two it makes the list's GMV; the shop tab's lies inside them.
"""

from campaignctl.domain.formats import Format
from campaignctl.metrics.example import example
from campaignctl.metrics.listed import VIDEO_GMV
from campaignctl.metrics.metric import Direction, Metric, Unit

METRIC = Metric(
    code="PRD103",
    name="listed-video-gmv",
    id="listed_video_gmv",
    label="Video GMV by product list",
    unit=Unit.MONEY,
    format=Format.MONEY_SHORT,
    meaning="GMV that the product list gives to Video",
    formula="sum of Video GMV over products of lists of the campaign's days",
    source="product list",
    direction=Direction.UP,
    additive_over=("seller", "product"),
    measures=(VIDEO_GMV,),
    combine=lambda sums: sums["listed_video_gmv"],
    examples=(
        example("""
product_traffic
| product_id | video_gmv |
| P-1 | 100.00 |
| P-2 | 50.00 |
listed_video_gmv.total = $150
"""),
    ),
)
