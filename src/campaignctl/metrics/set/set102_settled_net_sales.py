"""Settled net sales are gross sales and their refunds, less the seller's discount and plus what of it came back.

The marketplace's fees are taken of them. They are not net GMV: they hold the orders settled so far, of whole shops, and
what the platform put in as well.
"""

from campaignctl.domain.formats import Format
from campaignctl.metrics.example import example
from campaignctl.metrics.metric import Direction, Metric, Unit
from campaignctl.metrics.settlements import NET_SALES

METRIC = Metric(
    code="SET102",
    name="settled-net-sales",
    id="settled_net_sales",
    label="Settled net sales",
    unit=Unit.MONEY,
    format=Format.MONEY_SHORT,
    meaning="Sales of settled orders after seller discount and refunds",
    formula="gross sales - gross sales refund - seller discount + its refund",
    source="settlement",
    direction=Direction.UP,
    additive_over=("seller",),
    measures=(NET_SALES,),
    combine=lambda sums: sums["net_sales"],
    examples=(
        example("""
settlements
| order_id | gross_sales | seller_discount | net_sales |
| 1        | 40.00       | -10.00          | 30.00     |
settled_net_sales.total = $30.00
"""),
    ),
)
