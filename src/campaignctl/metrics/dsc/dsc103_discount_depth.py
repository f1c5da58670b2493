"""Discount depth is the share of the list value that sellers and the platform took off together."""

from campaignctl.domain.formats import Format
from campaignctl.metrics.example import example
from campaignctl.metrics.lines import LIST_VALUE, PLATFORM_DISCOUNT, SELLER_DISCOUNT
from campaignctl.metrics.metric import Direction, Metric, Unit, ratio

METRIC = Metric(
    code="DSC103",
    name="discount-depth",
    id="discount_depth",
    label="Discount depth",
    unit=Unit.RATE,
    format=Format.PERCENT,
    meaning="Share of the list value taken off by seller and platform",
    formula="(SKU Seller Discount + SKU Platform Discount) / SKU Subtotal Before Discount",
    source="orders export",
    direction=Direction.NEUTRAL,
    additive_over=(),
    measures=(SELLER_DISCOUNT, PLATFORM_DISCOUNT, LIST_VALUE),
    combine=lambda sums: ratio(sums["seller_discount"] + sums["platform_discount"], sums["list_value"]),
    examples=(
        example("""
order_lines
| order_id | subtotal_before_discount | seller_discount | platform_discount |
| 1        | 20.00                    | 4.00            | 1.00              |
| 2        | 20.00                    | 3.00            | 0.00              |
discount_depth.total = 20%
"""),
    ),
)
