"""Stream ROAS is what a LIVE list credits to ads over what they cost.

The ads report counts several accounts and other days; the two are not reconciled.
"""

from campaignctl.domain.formats import Format
from campaignctl.metrics.attributed import ADS_COST, ADS_GMV
from campaignctl.metrics.example import example
from campaignctl.metrics.metric import Direction, Metric, Unit
from campaignctl.metrics.quotients import of_both, quotient

METRIC = Metric(
    code="STR205",
    name="stream-ads-roas",
    id="stream_ads_roas",
    label="Stream ROAS",
    unit=Unit.RATE,
    format=Format.RATIO,
    meaning="GMV by ads of streams per unit of their cost",
    formula="Ads GMV / Ads Cost",
    source="LIVE list (attributed)",
    direction=Direction.UP,
    additive_over=(),
    measures=of_both(ADS_GMV, ADS_COST),
    combine=quotient(ADS_GMV, ADS_COST),
    examples=(
        example("""
attributed_streams
| title   | ads_gmv | ads_cost |
| Evening | 200.00  | 50.00    |
stream_ads_roas.total = 4.00
"""),
    ),
)
