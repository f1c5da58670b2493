"""The cost per 1,000 LIVE views is what a thousand views cost that ads brought to livestreams.

The ads report prints the cost of one view: a few cents, of which rounding leaves too little to compare.
"""

from campaignctl.domain.formats import Format
from campaignctl.metrics.advertising import COST, LIVE_VIEWS
from campaignctl.metrics.example import example
from campaignctl.metrics.metric import Direction, Metric, Unit
from campaignctl.metrics.quotients import of_both, quotient

METRIC = Metric(
    code="ADS107",
    name="cost-per-thousand-live-views",
    id="cost_per_thousand_live_views",
    label="Cost per 1,000 LIVE views",
    unit=Unit.MONEY,
    format=Format.MONEY,
    meaning="Ad cost of a thousand views of streams",
    formula="Cost / LIVE views x 1,000",
    source="ads report",
    direction=Direction.DOWN,
    additive_over=(),
    measures=of_both(COST, LIVE_VIEWS),
    combine=quotient(COST, LIVE_VIEWS, 1000),
    examples=(
        example("""
ads
| title   | cost  | live_views |
| Evening | 50.00 | 500        |
cost_per_thousand_live_views.total = $100
"""),
    ),
)
