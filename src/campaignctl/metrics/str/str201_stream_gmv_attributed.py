"""Attributed stream GMV is direct GMV and what viewers bought elsewhere within about a day.

The classic LIVE list has direct GMV, which is a figure of its own; the two are never added up.
"""

from campaignctl.domain.formats import Format
from campaignctl.metrics.attributed import GMV
from campaignctl.metrics.example import example
from campaignctl.metrics.metric import Direction, Metric, Unit

METRIC = Metric(
    code="STR201",
    name="stream-gmv-attributed",
    id="stream_gmv_attributed",
    label="Stream GMV, attributed",
    unit=Unit.MONEY,
    format=Format.MONEY_SHORT,
    meaning="Direct GMV and what was bought elsewhere within a day",
    formula="sum of Attributed GMV",
    source="LIVE list (attributed)",
    direction=Direction.UP,
    additive_over=("day", "seller", "stream"),
    measures=(GMV,),
    combine=lambda sums: sums["attributed_gmv"],
    examples=(
        example("""
attributed_streams
| title   | attributed_gmv |
| Evening | 150.00         |
| Morning | 50.00          |
stream_gmv_attributed.total = $200
"""),
    ),
)
