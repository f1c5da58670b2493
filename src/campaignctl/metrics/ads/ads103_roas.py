"""ROAS is ad revenue over ad cost, which the ads report calls ROI.

It says what sold after an ad was seen, not what sold because of it; the campaign's own ROI stands apart.
"""

from campaignctl.domain.formats import Format
from campaignctl.metrics.advertising import COST, REVENUE
from campaignctl.metrics.example import example
from campaignctl.metrics.metric import Direction, Metric, Unit
from campaignctl.metrics.quotients import of_both, quotient

METRIC = Metric(
    code="ADS103",
    name="roas",
    id="roas",
    label="ROAS",
    unit=Unit.RATE,
    format=Format.RATIO,
    meaning="Ad revenue per unit of ad cost",
    formula="Gross revenue (Current shop) / Cost",
    source="ads report",
    direction=Direction.UP,
    additive_over=(),
    measures=of_both(REVENUE, COST),
    combine=quotient(REVENUE, COST),
    examples=(
        example("""
ads
| title   | cost  | shop_revenue |
| Evening | 50.00 | 200.00       |
| Morning | 10.00 | 40.00        |
roas.total = 4.00
"""),
    ),
)
