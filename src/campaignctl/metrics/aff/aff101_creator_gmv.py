"""Creator GMV is what buyers paid on orders that a creator brought, within 14 days of the click.

It lies inside GMV by content and is not added to it.
"""

from campaignctl.domain.formats import Format
from campaignctl.metrics.affiliates import PAYMENT
from campaignctl.metrics.example import example
from campaignctl.metrics.metric import Direction, Metric, Unit

METRIC = Metric(
    code="AFF101",
    name="creator-gmv",
    id="creator_gmv",
    label="Creator GMV",
    unit=Unit.MONEY,
    format=Format.MONEY_SHORT,
    meaning="What buyers paid on orders that creators brought",
    formula="sum of Payment Amount over orders placed in the campaign",
    source="affiliate orders",
    direction=Direction.UP,
    additive_over=("day", "seller", "creator"),
    measures=(PAYMENT,),
    combine=lambda sums: sums["payment"],
    examples=(
        example("""
affiliate_orders
| order_id | creator | payment |
| 1        | ada     | 20.00   |
| 2        | ben     | 30.00   |
creator_gmv.total = $50.00
"""),
    ),
)
