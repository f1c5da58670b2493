"""Shop Ads commission is what creators earn where an ad shows their content; it has a rate of its own."""

from campaignctl.domain.formats import Format
from campaignctl.metrics.affiliates import EXPECTED_ADS
from campaignctl.metrics.example import example
from campaignctl.metrics.metric import Direction, Metric, Unit

METRIC = Metric(
    code="AFF107",
    name="ads-commission",
    id="ads_commission",
    label="Shop Ads commission, estimated",
    unit=Unit.MONEY,
    format=Format.MONEY_SHORT,
    meaning="Commission on orders that came by ads on a creator's video",
    formula="sum of Est. Shop Ads commission payment",
    source="affiliate orders",
    direction=Direction.NEUTRAL,
    additive_over=("day", "seller", "creator"),
    measures=(EXPECTED_ADS,),
    combine=lambda sums: sums["expected_ads_commission"],
    examples=(
        example("""
affiliate_orders
| order_id | expected_ads_commission |
| 1        | 1.00                    |
| 2        | 0.00                    |
ads_commission.total = $1.00
"""),
    ),
)
