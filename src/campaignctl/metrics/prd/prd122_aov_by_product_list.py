"""AOV by product list is GMV per SKU order, as the wide list prints it under "AOV (SKU orders)".

The AOV of the orders export divides by orders, and an order may hold several SKUs.
"""

from campaignctl.domain.formats import Format
from campaignctl.metrics.example import example
from campaignctl.metrics.listed import LISTED_GMV, SKU_ORDERS
from campaignctl.metrics.metric import Direction, Metric, Unit
from campaignctl.metrics.quotients import of_both, quotient

METRIC = Metric(
    code="PRD122",
    name="aov-by-product-list",
    id="aov_listed",
    label="AOV by product list",
    unit=Unit.MONEY,
    format=Format.MONEY,
    meaning="GMV of an average SKU order of a product list",
    formula="GMV / SKU orders",
    source="product list (wide)",
    direction=Direction.UP,
    additive_over=(),
    measures=of_both(LISTED_GMV, SKU_ORDERS),
    combine=quotient(LISTED_GMV, SKU_ORDERS),
    examples=(
        example("""
product_traffic
| product_id | gmv    | sku_orders |
| P-1        | 100.00 | 4          |
| P-2        | 50.00  | 1          |
aov_listed.total = $30.00
"""),
    ),
)
