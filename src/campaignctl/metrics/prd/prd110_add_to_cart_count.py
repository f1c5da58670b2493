"""How often products were put into a cart, bought or not: the step between a click and an order."""

from campaignctl.domain.formats import Format
from campaignctl.metrics.example import example
from campaignctl.metrics.listed import CARTS
from campaignctl.metrics.metric import Direction, Metric, Unit

METRIC = Metric(
    code="PRD110",
    name="add-to-cart-count",
    id="carts",
    label="Added to cart",
    unit=Unit.COUNT,
    format=Format.COUNT,
    meaning="Times a product was put into a cart",
    formula="sum of add-to-cart count over products of lists of the campaign's days",
    source="product list (wide)",
    direction=Direction.UP,
    additive_over=("seller", "product"),
    measures=(CARTS,),
    combine=lambda sums: sums["carts"],
    examples=(
        example("""
product_traffic
| product_id | carts |
| P-1 | 40 |
| P-2 | 20 |
carts.total = 60
"""),
    ),
)
