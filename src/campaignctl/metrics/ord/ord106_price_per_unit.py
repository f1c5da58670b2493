"""The average price per unit is what buyers paid for a piece: GMV divided by units.

Lists call several things "Avg. price": this one divides by items, the LIVE list's by orders.
"""

from campaignctl.domain.formats import Format
from campaignctl.metrics.example import example
from campaignctl.metrics.lines import UNITS, VALUE
from campaignctl.metrics.metric import Direction, Metric, Unit, ratio, told

METRIC = Metric(
    code="ORD106",
    name="price-per-unit",
    id="price_per_unit",
    label="Average price per unit",
    unit=Unit.MONEY,
    format=Format.MONEY,
    meaning="Price paid for an average unit: GMV divided by units",
    formula="GMV / units",
    source="orders export",
    direction=Direction.NEUTRAL,
    additive_over=(),
    measures=(UNITS, VALUE),
    combine=lambda sums: told(ratio(sums["value"], sums["units"]), sums, VALUE),
    examples=(
        example("""
order_lines
| order_id | quantity | subtotal_after_discount |
| 1        | 3        | 30.00                   |
| 2        | 1        | 20.00                   |
price_per_unit.total = $12.50
"""),
    ),
)
