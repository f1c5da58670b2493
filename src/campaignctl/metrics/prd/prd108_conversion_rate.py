"""The conversion rate is customers per unique page view, as the product list defines it.

A customer of two products counts twice: the list knows products, not baskets.
"""

from campaignctl.domain.formats import Format
from campaignctl.metrics.example import example
from campaignctl.metrics.listed import BUYERS, VISITORS
from campaignctl.metrics.metric import Direction, Metric, Unit
from campaignctl.metrics.quotients import of_both, quotient

METRIC = Metric(
    code="PRD108",
    name="conversion-rate",
    id="conversion_rate",
    label="Conversion rate",
    unit=Unit.RATE,
    format=Format.PERCENT,
    meaning="Customers per unique page view",
    formula="unique customers / unique page views, of LIVE, video and product card",
    source="product list",
    direction=Direction.UP,
    additive_over=(),
    measures=of_both(BUYERS, VISITORS),
    combine=quotient(BUYERS, VISITORS),
    examples=(
        example("""
product_traffic
| product_id | live_unique_page_views | video_unique_page_views | card_unique_page_views | live_customers | video_customers | card_customers |
| P-1 | 100 | 100 | 200 | 10 | 2 | 8 |
conversion_rate.total = 5.00%
"""),
    ),
)
