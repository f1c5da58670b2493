"""CTR by product list is page views per time a product was shown.

Under the same name LIVE lists divide clicks by views, and video lists clicks by plays.
"""

from campaignctl.domain.formats import Format
from campaignctl.metrics.example import example
from campaignctl.metrics.listed import PAGE_VIEWS, SHOWN
from campaignctl.metrics.metric import Direction, Metric, Unit
from campaignctl.metrics.quotients import of_both, quotient

METRIC = Metric(
    code="PRD107",
    name="ctr-by-product-list",
    id="ctr_listed",
    label="CTR by product list",
    unit=Unit.RATE,
    format=Format.PERCENT,
    meaning="Page views per time a product was shown",
    formula="page views / impressions, of LIVE, video and product card",
    source="product list",
    direction=Direction.UP,
    additive_over=(),
    measures=of_both(PAGE_VIEWS, SHOWN),
    combine=quotient(PAGE_VIEWS, SHOWN),
    examples=(
        example("""
product_traffic
| product_id | live_impressions | video_impressions | card_impressions | live_page_views | video_page_views | card_page_views |
| P-1 | 100 | 200 | 700 | 10 | 20 | 30 |
ctr_listed.total = 6.00%
"""),
    ),
)
