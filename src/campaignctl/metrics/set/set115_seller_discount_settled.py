"""Seller discount, settled, is what sellers gave up on settled orders, less what of it came back with returns.

It holds the shop's own promotions, its part of co-funded vouchers and the discounts of campaigns; the orders export's
seller discount knows neither that part nor returns, and counts registered SKUs.
"""

from campaignctl.domain.formats import Format
from campaignctl.metrics.example import example
from campaignctl.metrics.metric import Direction, Metric, Unit
from campaignctl.metrics.settlements import SELLER_DISCOUNT

METRIC = Metric(
    code="SET115",
    name="seller-discount-settled",
    id="settled_seller_discount",
    label="Seller discount, settled",
    unit=Unit.MONEY,
    format=Format.MONEY_SHORT,
    meaning="Discount that sellers paid for on settled orders",
    formula="seller discount - its refund, over settled orders",
    source="settlement",
    direction=Direction.NEUTRAL,
    additive_over=("seller",),
    measures=(SELLER_DISCOUNT,),
    combine=lambda sums: sums["settled_seller_discount"],
    examples=(
        example("""
settlements
| order_id | seller_discount | seller_discount_refund |
| 1        | -10.00          | 0.00                   |
| 2        | -20.00          | 5.00                   |
settled_seller_discount.total = $25.00
"""),
    ),
)
