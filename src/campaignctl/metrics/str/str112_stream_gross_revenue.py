"""LIVE gross revenue is what the LIVE list states under that name, beside direct GMV.

It holds more than what was bought straight from the stream; GPM is made of direct GMV, never of this.
"""

from campaignctl.domain.formats import Format
from campaignctl.metrics.example import example
from campaignctl.metrics.metric import Direction, Metric, Unit
from campaignctl.metrics.streams import GROSS_REVENUE

METRIC = Metric(
    code="STR112",
    name="stream-gross-revenue",
    id="stream_gross_revenue",
    label="LIVE gross revenue",
    unit=Unit.MONEY,
    format=Format.MONEY_SHORT,
    meaning="What the LIVE list calls gross revenue",
    formula="sum of Gross revenue",
    source="LIVE list",
    direction=Direction.UP,
    additive_over=("day", "seller", "stream"),
    measures=(GROSS_REVENUE,),
    combine=lambda sums: sums["gross_revenue"],
    examples=(
        example("""
streams
| title    | gross_revenue | direct_gmv |
| Evening  | 120.00        | 100.00     |
| Morning  | 30.00         | 30.00      |
stream_gross_revenue.total = $150
stream_gmv.total = $130
"""),
    ),
)
