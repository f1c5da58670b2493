"""CTOR is how many product clicks in a stream ended in a paid order."""

from campaignctl.domain.formats import Format
from campaignctl.metrics.example import example
from campaignctl.metrics.metric import Direction, Metric, Unit
from campaignctl.metrics.quotients import of_both, quotient
from campaignctl.metrics.streams import CLICKS, STREAM_ORDERS

METRIC = Metric(
    code="STR105",
    name="ctor",
    id="ctor",
    label="LIVE CTOR",
    unit=Unit.RATE,
    format=Format.PERCENT,
    meaning="Paid orders per product click in a stream",
    formula="Orders paid for / Product clicks",
    source="LIVE list",
    direction=Direction.UP,
    additive_over=(),
    measures=of_both(STREAM_ORDERS, CLICKS),
    combine=quotient(STREAM_ORDERS, CLICKS),
    examples=(
        example("""
streams
| title    | orders | product_clicks |
| Evening  | 12     | 300            |
| Morning  | 2      | 50             |
ctor.total = 4.00%
"""),
    ),
)
