"""Orders are distinct paid orders that hold at least one counted line.

An order with lines of two categories is an order of each, so orders of categories or products do not add up to the
total; those of days and sellers do.
"""

from campaignctl.domain.formats import Format
from campaignctl.metrics.example import example
from campaignctl.metrics.lines import ORDERS
from campaignctl.metrics.metric import Direction, Metric, Unit

METRIC = Metric(
    code="ORD101",
    name="orders",
    id="orders",
    label="Orders",
    unit=Unit.COUNT,
    format=Format.COUNT,
    meaning="Distinct paid orders with a counted line",
    formula="distinct Order ID over paid sale lines",
    source="orders export",
    direction=Direction.UP,
    additive_over=("day", "seller"),
    measures=(ORDERS,),
    combine=lambda sums: sums["orders"],
    target="Orders",
    examples=(
        example("""
order_lines
| order_id | sku_id | category | line_kind | status    |
| 1        | 1001   | Beauty   | sale      | completed |
| 1        | 1002   | Home     | sale      | completed |
| 2        | 1001   | Beauty   | sale      | cancelled |
| 3        | 1001   | Beauty   | sample    | completed |
|          | 1001   | Beauty   | sale      | completed |
orders.total = 2
orders.category.beauty = 2
orders.category.home = 1
"""),
    ),
)
