"""The cost per LIVE view is ad cost over the views that ads brought to livestreams."""

from campaignctl.domain.formats import Format
from campaignctl.metrics.advertising import COST, LIVE_VIEWS
from campaignctl.metrics.example import example
from campaignctl.metrics.metric import Direction, Metric, Unit
from campaignctl.metrics.quotients import of_both, quotient

METRIC = Metric(
    code="ADS107",
    name="cost-per-live-view",
    id="cost_per_live_view",
    label="Cost per LIVE view",
    unit=Unit.MONEY,
    format=Format.MONEY,
    meaning="Ad cost per view of a stream",
    formula="Cost / LIVE views",
    source="ads report",
    direction=Direction.DOWN,
    additive_over=(),
    measures=of_both(COST, LIVE_VIEWS),
    combine=quotient(COST, LIVE_VIEWS),
    examples=(
        example("""
ads
| title   | cost  | live_views |
| Evening | 50.00 | 500        |
cost_per_live_view.total = $0.10
"""),
    ),
)
