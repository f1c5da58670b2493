"""AOV, attributed, is what an average order attributed to a stream was worth: the AOV of the attributed LIVE list.

The AOV of the orders export divides GMV by orders of every way of sale.
"""

from campaignctl.domain.formats import Format
from campaignctl.metrics.attributed import GMV, ORDERS
from campaignctl.metrics.example import example
from campaignctl.metrics.metric import Direction, Metric, Unit
from campaignctl.metrics.quotients import of_both, quotient

METRIC = Metric(
    code="STR207",
    name="stream-aov-attributed",
    id="stream_aov_attributed",
    label="Stream AOV, attributed",
    unit=Unit.MONEY,
    format=Format.MONEY,
    meaning="Attributed GMV of an average order of a stream",
    formula="Attributed GMV / Attributed orders",
    source="LIVE list (attributed)",
    direction=Direction.UP,
    additive_over=(),
    measures=of_both(GMV, ORDERS),
    combine=quotient(GMV, ORDERS),
    examples=(
        example("""
attributed_streams
| title   | attributed_gmv | attributed_orders |
| Evening | 150.00         | 4                 |
| Morning | 50.00          | 1                 |
stream_aov_attributed.total = $40.00
"""),
    ),
)
