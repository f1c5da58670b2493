"""Creators are those who brought at least one order of the campaign; one may work for several shops."""

from campaignctl.domain.formats import Format
from campaignctl.metrics.affiliates import CREATORS
from campaignctl.metrics.example import example
from campaignctl.metrics.metric import Direction, Metric, Unit

METRIC = Metric(
    code="AFF103",
    name="creators",
    id="creators",
    label="Creators",
    unit=Unit.COUNT,
    format=Format.COUNT,
    meaning="Creators who brought an order",
    formula="distinct Creator Usernames",
    source="affiliate orders",
    direction=Direction.UP,
    additive_over=(),
    measures=(CREATORS,),
    combine=lambda sums: sums["creators"],
    examples=(
        example("""
affiliate_orders
| order_id | creator |
| 1        | ada     |
| 2        | ben     |
| 3        | ada     |
creators.total = 2
"""),
    ),
)
