"""CTOR by product list is how many clicks on a product became an order of it, whatever way it was sold."""

from campaignctl.domain.formats import Format
from campaignctl.metrics.example import example
from campaignctl.metrics.listed import CLICKS, SKU_ORDERS
from campaignctl.metrics.metric import Direction, Metric, Unit
from campaignctl.metrics.quotients import of_both, quotient

METRIC = Metric(
    code="PRD114",
    name="ctor-by-product-list",
    id="ctor_listed",
    label="CTOR by product list",
    unit=Unit.RATE,
    format=Format.PERCENT,
    meaning="SKU orders per product click",
    formula="SKU orders / product clicks",
    source="product list (wide)",
    direction=Direction.UP,
    additive_over=(),
    measures=of_both(SKU_ORDERS, CLICKS),
    combine=quotient(SKU_ORDERS, CLICKS),
    examples=(
        example("""
product_traffic
| product_id | sku_orders | clicks |
| P-1 | 6 | 100 |
| P-2 | 3 | 50 |
ctor_listed.total = 6.00%
"""),
    ),
)
