"""Units per order is how many pieces an average order holds.

Tiers, bundles and free shipping from an amount raise it; it is one of the factors that a change of GMV is made of.
"""

from campaignctl.domain.formats import Format
from campaignctl.metrics.example import example
from campaignctl.metrics.lines import ORDERS, UNITS
from campaignctl.metrics.metric import Direction, Metric, Unit, ratio

METRIC = Metric(
    code="ORD105",
    name="units-per-order",
    id="units_per_order",
    label="Units per order",
    unit=Unit.RATE,
    format=Format.RATIO,
    meaning="Units in an average order",
    formula="units / orders",
    source="orders export",
    direction=Direction.UP,
    additive_over=(),
    measures=(ORDERS, UNITS),
    combine=lambda sums: ratio(sums["units"], sums["orders"]),
    examples=(
        example("""
order_lines
| order_id | quantity |
| 1        | 3        |
| 2        | 1        |
units_per_order.total = 2.00
"""),
    ),
)
