"""Estimated commission is what creators earn if nothing comes back: rate times price times quantity."""

from campaignctl.domain.formats import Format
from campaignctl.metrics.affiliates import EXPECTED
from campaignctl.metrics.example import example
from campaignctl.metrics.metric import Direction, Metric, Unit

METRIC = Metric(
    code="AFF104",
    name="commission-expected",
    id="commission_expected",
    label="Commission, estimated",
    unit=Unit.MONEY,
    format=Format.MONEY_SHORT,
    meaning="What creators are to earn if nothing comes back",
    formula="sum of Est. standard commission payment",
    source="affiliate orders",
    direction=Direction.NEUTRAL,
    additive_over=("day", "seller", "creator"),
    measures=(EXPECTED,),
    combine=lambda sums: sums["expected_commission"],
    examples=(
        example("""
affiliate_orders
| order_id | expected_base | expected_commission |
| 1        | 20.00         | 2.00                |
| 2        | 30.00         | 6.00                |
commission_expected.total = $8.00
"""),
    ),
)
