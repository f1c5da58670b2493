"""CTR by product clicks is how many of the times a product was shown it was clicked, as the wide product list defines it.

The flat list divides page views by impressions of LIVE, video and product card; the two are not to be compared.
"""

from campaignctl.domain.formats import Format
from campaignctl.metrics.example import example
from campaignctl.metrics.listed import CLICKS, PRODUCT_VIEWS
from campaignctl.metrics.metric import Direction, Metric, Unit
from campaignctl.metrics.quotients import of_both, quotient

METRIC = Metric(
    code="PRD113",
    name="ctr-by-product-clicks",
    id="ctr_by_product_clicks",
    label="CTR by product clicks",
    unit=Unit.RATE,
    format=Format.PERCENT,
    meaning="Clicks per time a product was shown",
    formula="product clicks / product impressions",
    source="product list (wide)",
    direction=Direction.UP,
    additive_over=(),
    measures=of_both(CLICKS, PRODUCT_VIEWS),
    combine=quotient(CLICKS, PRODUCT_VIEWS),
    examples=(
        example("""
product_traffic
| product_id | clicks | impressions |
| P-1 | 40 | 1000 |
| P-2 | 20 | 500 |
ctr_by_product_clicks.total = 4.00%
"""),
    ),
)
