"""The add-to-cart rate is how many clicks on a product put it into a cart; where it is low, the page does not convince."""

from campaignctl.domain.formats import Format
from campaignctl.metrics.example import example
from campaignctl.metrics.listed import CARTS, CLICKS
from campaignctl.metrics.metric import Direction, Metric, Unit
from campaignctl.metrics.quotients import of_both, quotient

METRIC = Metric(
    code="PRD111",
    name="atc-rate",
    id="atc_rate",
    label="ATC rate",
    unit=Unit.RATE,
    format=Format.PERCENT,
    meaning="Added to cart per product click",
    formula="add-to-cart count / product clicks",
    source="product list (wide)",
    direction=Direction.UP,
    additive_over=(),
    measures=of_both(CARTS, CLICKS),
    combine=quotient(CARTS, CLICKS),
    examples=(
        example("""
product_traffic
| product_id | carts | clicks |
| P-1 | 30 | 100 |
| P-2 | 10 | 100 |
atc_rate.total = 20%
"""),
    ),
)
