"""Sell-through is the part of the stock committed to the campaign that it sold.

It passes 100% where a shop sold more than it had promised to keep. SKUs without a committed stock play no part.
"""

from campaignctl.domain.formats import Format
from campaignctl.metrics.committed import STOCK, UNITS_OF_IT
from campaignctl.metrics.example import example
from campaignctl.metrics.metric import Direction, Metric, Unit, ratio

METRIC = Metric(
    code="ORD109",
    name="committed-units-sold",
    id="sold_through",
    label="Sell-through",
    unit=Unit.RATE,
    format=Format.PERCENT,
    meaning="Units sold as a part of the stock kept for the campaign",
    formula="units sold / campaign stock, of registered SKUs with a committed stock",
    source="orders export, registrations",
    direction=Direction.UP,
    additive_over=(),
    measures=(UNITS_OF_IT, STOCK),
    combine=lambda sums: ratio(sums["units_of_it"], sums["stock"]),
    examples=(
        example("""
committed_skus
| sku_id | stock | units |
| A      | 100   | 80    |
| B      | 100   | 0     |
| C      |       | 40    |
sold_through.total = 40%
"""),
    ),
)
