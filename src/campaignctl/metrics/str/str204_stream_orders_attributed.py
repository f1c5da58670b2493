"""Attributed stream orders are those placed from a stream, and those of its viewers elsewhere within about a day."""

from campaignctl.domain.formats import Format
from campaignctl.metrics.attributed import ORDERS
from campaignctl.metrics.example import example
from campaignctl.metrics.metric import Direction, Metric, Unit

METRIC = Metric(
    code="STR204",
    name="stream-orders-attributed",
    id="stream_orders_attributed",
    label="Stream orders, attributed",
    unit=Unit.COUNT,
    format=Format.COUNT,
    meaning="Orders straight from a stream or elsewhere within a day",
    formula="sum of Attributed orders",
    source="LIVE list (attributed)",
    direction=Direction.UP,
    additive_over=("day", "seller", "stream"),
    measures=(ORDERS,),
    combine=lambda sums: sums["attributed_orders"],
    examples=(
        example("""
attributed_streams
| title   | attributed_orders |
| Evening | 40                |
| Morning | 9                 |
stream_orders_attributed.total = 49
"""),
    ),
)
