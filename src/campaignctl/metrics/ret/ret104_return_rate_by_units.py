"""The return rate by units is the share of sold pieces that buyers sent back.

A refund without a return is not in it; a return that is still under way may be.
"""

from campaignctl.domain.formats import Format
from campaignctl.metrics.example import example
from campaignctl.metrics.lines import RETURNED_UNITS, UNITS
from campaignctl.metrics.metric import Direction, Metric, Unit, ratio

METRIC = Metric(
    code="RET104",
    name="return-rate-by-units",
    id="return_rate_units",
    label="Return rate by units",
    unit=Unit.RATE,
    format=Format.PERCENT,
    meaning="Share of units sent back",
    formula="Sku Quantity of return / units, cancelled lines left out of the returns",
    source="orders export",
    direction=Direction.DOWN,
    additive_over=(),
    measures=(RETURNED_UNITS, UNITS),
    combine=lambda sums: ratio(sums["returned_units"], sums["units"]),
    examples=(
        example("""
order_lines
| order_id | quantity | returned_quantity |
| 1        | 3        | 1                 |
| 2        | 1        | 0                 |
return_rate_units.total = 25%
"""),
    ),
)
