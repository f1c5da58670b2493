"""CTR by impressions is product clicks per time a product was shown in a stream.

The LIVE list's own CTR divides by views; newer lists divide by impressions under the same name.
"""

from campaignctl.domain.formats import Format
from campaignctl.metrics.example import example
from campaignctl.metrics.metric import Direction, Metric, Unit
from campaignctl.metrics.quotients import of_both, quotient
from campaignctl.metrics.streams import CLICKS, IMPRESSIONS

METRIC = Metric(
    code="STR111",
    name="ctr-by-impressions",
    id="ctr_impressions",
    label="LIVE CTR by impressions",
    unit=Unit.RATE,
    format=Format.PERCENT,
    meaning="Product clicks per time a product was shown",
    formula="Product clicks / Product impressions",
    source="LIVE list",
    direction=Direction.UP,
    additive_over=(),
    measures=of_both(CLICKS, IMPRESSIONS),
    combine=quotient(CLICKS, IMPRESSIONS),
    examples=(
        example("""
streams
| title    | product_clicks | product_impressions | views |
| Evening  | 300            | 5000                | 1000  |
ctr_impressions.total = 6.00%
ctr.total = 30%
"""),
    ),
)
