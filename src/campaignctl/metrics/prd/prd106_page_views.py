"""Page views are how often product pages were opened from LIVE, video and product card: the traffic of a shop.

The shop tab's page views lie inside the product card's and are not added.
"""

from campaignctl.domain.formats import Format
from campaignctl.metrics.example import example
from campaignctl.metrics.listed import PAGE_VIEWS
from campaignctl.metrics.metric import Direction, Metric, Unit

METRIC = Metric(
    code="PRD106",
    name="page-views",
    id="page_views",
    label="Page views",
    unit=Unit.COUNT,
    format=Format.COUNT,
    meaning="Views of product pages from LIVE, video and card",
    formula="sum of page views from LIVE, video and product card",
    source="product list",
    direction=Direction.UP,
    additive_over=("seller", "product"),
    measures=(PAGE_VIEWS,),
    combine=lambda sums: sums["page_views"],
    examples=(
        example("""
product_traffic
| product_id | live_page_views | video_page_views | card_page_views |
| P-1 | 10 | 20 | 30 |
page_views.total = 60
"""),
    ),
)
