"""LIVE CTR of the attributed list is product clicks per time a product was shown in a stream.

A real list prints 3.3% for 11 clicks of 331 impressions. The same list's plain CTR divides by views.
"""

from campaignctl.domain.formats import Format
from campaignctl.metrics.attributed import CLICKS, PRODUCT_IMPRESSIONS
from campaignctl.metrics.example import example
from campaignctl.metrics.metric import Direction, Metric, Unit
from campaignctl.metrics.quotients import of_both, quotient

METRIC = Metric(
    code="STR208",
    name="stream-ctr-attributed",
    id="stream_ctr_attributed",
    label="LIVE CTR, attributed list",
    unit=Unit.RATE,
    format=Format.PERCENT,
    meaning="Product clicks per time a product was shown in a stream",
    formula="Product clicks / Product impressions",
    source="LIVE list (attributed)",
    direction=Direction.UP,
    additive_over=(),
    measures=of_both(CLICKS, PRODUCT_IMPRESSIONS),
    combine=quotient(CLICKS, PRODUCT_IMPRESSIONS),
    examples=(
        example("""
attributed_streams
| title   | product_clicks | product_impressions |
| Evening | 11             | 331                 |
stream_ctr_attributed.total = 3.32%
"""),
    ),
)
