"""Livestream orders are paid orders placed straight from a stream."""

from campaignctl.domain.formats import Format
from campaignctl.metrics.example import example
from campaignctl.metrics.metric import Direction, Metric, Unit
from campaignctl.metrics.streams import STREAM_ORDERS

METRIC = Metric(
    code="STR109",
    name="stream-orders",
    id="stream_orders",
    label="Livestream orders",
    unit=Unit.COUNT,
    format=Format.COUNT,
    meaning="Paid orders placed straight from a stream",
    formula="sum of Orders paid for",
    source="LIVE list",
    direction=Direction.UP,
    additive_over=("day", "seller", "stream"),
    measures=(STREAM_ORDERS,),
    combine=lambda sums: sums["stream_orders"],
    examples=(
        example("""
streams
| title    | orders |
| Evening  | 12     |
| Morning  | 2      |
stream_orders.total = 14
"""),
    ),
)
