"""GMV is what buyers paid for goods: the value of paid orders by payment time, with what was cancelled or refunded later.

It is the price paid after every discount, the seller's and the platform's, before tax and shipping, as the marketplace
counts its plain GMV; with the platform's money added back it is a figure of its own (GMV103). Refunds stay in because
they arrive for weeks: a campaign's GMV is final on its last day, its net GMV (GMV102) is not.
"""

from campaignctl.domain.formats import Format
from campaignctl.metrics.example import example
from campaignctl.metrics.lines import VALUE
from campaignctl.metrics.metric import Direction, Metric, Unit

METRIC = Metric(
    code="GMV101",
    name="gmv",
    id="gmv",
    label="GMV",
    unit=Unit.MONEY,
    format=Format.MONEY_SHORT,
    meaning="Value of paid orders by payment time, incl. later refunds",
    formula="sum of SKU Subtotal After Discount over paid sale lines",
    source="orders export; shop analytics counts GMV the same way",
    direction=Direction.UP,
    additive_over=("day", "category", "seller", "product"),
    measures=(VALUE,),
    combine=lambda sums: sums["value"],
    target="GMV",
    examples=(
        example("""
order_lines
| order_id | line_kind   | status    | paid             | subtotal_after_discount |
| 1        | sale        | completed | 2026-11-20 09:00 | 10.00                   |
| 1        | sale        | completed | 2026-11-20 09:00 | 5.50                    |
| 2        | sale        | cancelled | 2026-11-21 09:00 | 20.00                   |
| 3        | sale        | unpaid    |                  | 99.00                   |
| 4        | sample      | shipped   | 2026-11-21 10:00 | 0.00                    |
| 5        | gift        | shipped   | 2026-11-21 11:00 | 7.00                    |
| 6        | replacement | shipped   | 2026-11-21 12:00 | 8.00                    |
| 7        | sale        | completed | 2026-11-27 00:00 | 40.00                   |
gmv.total = $35.50
gmv.day.2026-11-20 = $15.50
gmv.day.2026-11-21 = $20.00
"""),
    ),
)
