"""Seller discount is what sellers took off their own prices on the lines that count.

The order export puts the seller's part of co-funded vouchers elsewhere; the settlement tells the agreed split, this
figure does not.
"""

from campaignctl.domain.formats import Format
from campaignctl.metrics.example import example
from campaignctl.metrics.lines import SELLER_DISCOUNT
from campaignctl.metrics.metric import Direction, Metric, Unit

METRIC = Metric(
    code="DSC101",
    name="seller-discount",
    id="seller_discount",
    label="Seller discount",
    unit=Unit.MONEY,
    format=Format.MONEY_SHORT,
    meaning="Discount that sellers paid for",
    formula="sum of SKU Seller Discount over paid sale lines",
    source="orders export",
    direction=Direction.NEUTRAL,
    additive_over=("day", "category", "seller", "product"),
    measures=(SELLER_DISCOUNT,),
    combine=lambda sums: sums["seller_discount"],
    target="Seller-funded discount",
    examples=(
        example("""
order_lines
| order_id | line_kind | seller_discount |
| 1        | sale      | 2.50            |
| 2        | sale      | 1.00            |
| 2        | gift      | 9.00            |
seller_discount.total = $3.50
"""),
    ),
)
