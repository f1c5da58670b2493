"""GMV with the platform's discount is what sellers were credited for goods: what buyers paid and what the platform added.

Reports that call it "GMV (with co-funding)" and the gross revenue of ads use this basis. It is never compared with
plain GMV, and a target says which of the two it means.
"""

from campaignctl.domain.formats import Format
from campaignctl.metrics.example import example
from campaignctl.metrics.lines import PLATFORM_DISCOUNT, VALUE
from campaignctl.metrics.metric import Direction, Metric, Unit

METRIC = Metric(
    code="GMV103",
    name="gmv-with-platform-discount",
    id="gmv_with_platform_discount",
    label="GMV with platform discount",
    unit=Unit.MONEY,
    format=Format.MONEY_SHORT,
    meaning="GMV plus the discount that the platform paid for",
    formula="sum of SKU Subtotal After Discount + SKU Platform Discount over paid sale lines",
    source="orders export",
    direction=Direction.UP,
    additive_over=("day", "category", "seller", "product"),
    measures=(VALUE, PLATFORM_DISCOUNT),
    combine=lambda sums: sums["value"] + sums["platform_discount"],
    examples=(
        example("""
order_lines
| order_id | subtotal_after_discount | platform_discount | seller_discount |
| 1        | 16.00                   | 1.50              | 2.50            |
| 2        | 10.00                   | 0.00              | 0.00            |
gmv_with_platform_discount.total = $27.50
"""),
    ),
)
