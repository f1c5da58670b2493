"""Items sold in LIVE are the pieces bought straight from a stream."""

from campaignctl.domain.formats import Format
from campaignctl.metrics.example import example
from campaignctl.metrics.metric import Direction, Metric, Unit
from campaignctl.metrics.streams import ITEMS

METRIC = Metric(
    code="STR115",
    name="stream-items",
    id="stream_items",
    label="Items sold in LIVE",
    unit=Unit.COUNT,
    format=Format.COUNT,
    meaning="Items sold straight from streams",
    formula="sum of Items sold",
    source="LIVE list",
    direction=Direction.UP,
    additive_over=("day", "seller", "stream"),
    measures=(ITEMS,),
    combine=lambda sums: sums["items"],
    examples=(
        example("""
streams
| title    | items_sold |
| Evening  | 10         |
| Morning  | 4          |
stream_items.total = 14
"""),
    ),
)
