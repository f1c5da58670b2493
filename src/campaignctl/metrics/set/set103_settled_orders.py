"""Settled orders are the campaign's orders that a statement has paid out, each once.

An order may be settled line by line, and adjustments are no orders.
"""

from campaignctl.domain.formats import Format
from campaignctl.metrics.example import example
from campaignctl.metrics.metric import Direction, Metric, Unit
from campaignctl.metrics.settlements import SETTLED_ORDERS

METRIC = Metric(
    code="SET103",
    name="settled-orders",
    id="settled_orders",
    label="Settled orders",
    unit=Unit.COUNT,
    format=Format.COUNT,
    meaning="Orders of the campaign that were paid out so far",
    formula="distinct orders with a settled line, placed in the campaign",
    source="settlement",
    direction=Direction.UP,
    additive_over=("seller",),
    measures=(SETTLED_ORDERS,),
    combine=lambda sums: sums["settled_orders"],
    examples=(
        example("""
settlements
| order_id | kind       | sku_id | settlement_amount |
| 1        | order      | A      | 10.00             |
| 1        | order      | B      | 12.00             |
| 9        | adjustment |        | -3.00             |
settled_orders.total = 1
"""),
    ),
)
