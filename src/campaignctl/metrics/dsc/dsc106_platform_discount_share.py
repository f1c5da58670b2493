"""The platform discount share is the part of the list value that the platform took off.

With the sellers' share it makes the discount depth.
"""

from campaignctl.domain.formats import Format
from campaignctl.metrics.example import example
from campaignctl.metrics.lines import LIST_VALUE, PLATFORM_DISCOUNT
from campaignctl.metrics.metric import Direction, Metric, Unit, ratio

METRIC = Metric(
    code="DSC106",
    name="platform-discount-share",
    id="platform_discount_share",
    label="Platform discount share",
    unit=Unit.RATE,
    format=Format.PERCENT,
    meaning="Part of list value that the platform took off",
    formula="platform discount / list value",
    source="orders export",
    direction=Direction.NEUTRAL,
    additive_over=(),
    measures=(LIST_VALUE, PLATFORM_DISCOUNT),
    combine=lambda sums: ratio(sums["platform_discount"], sums["list_value"]),
    examples=(
        example("""
order_lines
| order_id | subtotal_before_discount | seller_discount | platform_discount |
| 1        | 100.00                   | 15.00           | 5.00              |
platform_discount_share.total = 5.00%
"""),
    ),
)
