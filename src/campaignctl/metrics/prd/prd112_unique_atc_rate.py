"""The add-to-cart rate by users counts each of them once: how many of those who clicked put the product into a cart.

A user of two products counts twice: the list knows products, not people.
"""

from campaignctl.domain.formats import Format
from campaignctl.metrics.example import example
from campaignctl.metrics.listed import CART_USERS, UNIQUE_CLICKS
from campaignctl.metrics.metric import Direction, Metric, Unit
from campaignctl.metrics.quotients import of_both, quotient

METRIC = Metric(
    code="PRD112",
    name="unique-atc-rate",
    id="unique_atc_rate",
    label="ATC rate by users",
    unit=Unit.RATE,
    format=Format.PERCENT,
    meaning="Users who added to cart per user who clicked",
    formula="add-to-cart users / unique clicks",
    source="product list (wide)",
    direction=Direction.UP,
    additive_over=(),
    measures=of_both(CART_USERS, UNIQUE_CLICKS),
    combine=quotient(CART_USERS, UNIQUE_CLICKS),
    examples=(
        example("""
product_traffic
| product_id | cart_users | unique_clicks |
| P-1 | 30 | 100 |
| P-2 | 10 | 100 |
unique_atc_rate.total = 20%
"""),
    ),
)
