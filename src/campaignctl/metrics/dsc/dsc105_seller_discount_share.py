"""The seller discount share is the part of the list value that sellers took off.

With the platform's share it makes the discount depth. Co-funding is agreed apart and settled later: an order file does
not show who pays in the end.
"""

from campaignctl.domain.formats import Format
from campaignctl.metrics.example import example
from campaignctl.metrics.lines import LIST_VALUE, SELLER_DISCOUNT
from campaignctl.metrics.metric import Direction, Metric, Unit, ratio

METRIC = Metric(
    code="DSC105",
    name="seller-discount-share",
    id="seller_discount_share",
    label="Seller discount share",
    unit=Unit.RATE,
    format=Format.PERCENT,
    meaning="Part of list value that sellers took off",
    formula="seller discount / list value",
    source="orders export",
    direction=Direction.NEUTRAL,
    additive_over=(),
    measures=(LIST_VALUE, SELLER_DISCOUNT),
    combine=lambda sums: ratio(sums["seller_discount"], sums["list_value"]),
    examples=(
        example("""
order_lines
| order_id | subtotal_before_discount | seller_discount | platform_discount |
| 1        | 100.00                   | 15.00           | 5.00              |
seller_discount_share.total = 15%
"""),
    ),
)
