"""CTR in a LIVE list is product clicks per view; it may pass 100%, since a viewer can click more than once.

Product and video lists divide by impressions or plays under the same name.
A stream whose list leaves the clicks out plays no part in it.
"""

from campaignctl.domain.formats import Format
from campaignctl.metrics.example import example
from campaignctl.metrics.metric import Direction, Metric, Unit
from campaignctl.metrics.quotients import of_both, quotient
from campaignctl.metrics.streams import CLICKS, VIEWS

METRIC = Metric(
    code="STR104",
    name="ctr",
    id="ctr",
    label="LIVE CTR by views",
    unit=Unit.RATE,
    format=Format.PERCENT,
    meaning="Product clicks per view of a stream",
    formula="Product clicks / Views",
    source="LIVE list",
    direction=Direction.UP,
    additive_over=(),
    measures=of_both(CLICKS, VIEWS),
    combine=quotient(CLICKS, VIEWS),
    examples=(
        example("""
streams
| title    | product_clicks | views |
| Evening  | 300            | 1000  |
| Morning  | 50             | 1000  |
ctr.total = 18%
"""),
        example("""
streams
| title       | product_clicks | views |
| Told        | 100            | 1000  |
| Not counted |                | 1000  |
ctr.total = 10%
"""),
    ),
)
