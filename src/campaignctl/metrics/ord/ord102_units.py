"""Units are the pieces that paid orders hold, samples and gifts left out."""

from campaignctl.domain.formats import Format
from campaignctl.metrics.example import example
from campaignctl.metrics.lines import UNITS
from campaignctl.metrics.metric import Direction, Metric, Unit

METRIC = Metric(
    code="ORD102",
    name="units",
    id="units",
    label="Units",
    unit=Unit.COUNT,
    format=Format.COUNT,
    meaning="Pieces in paid orders",
    formula="sum of Quantity over paid sale lines",
    source="orders export",
    direction=Direction.UP,
    additive_over=("day", "category", "seller", "product"),
    measures=(UNITS,),
    combine=lambda sums: sums["units"],
    target="Units",
    examples=(
        example("""
order_lines
| order_id | line_kind | quantity |
| 1        | sale      | 2        |
| 2        | sale      | 3        |
| 2        | gift      | 1        |
units.total = 5
"""),
    ),
)
