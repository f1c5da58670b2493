"""Views of ten seconds are the part of the views that ads brought in which the viewer stayed that long."""

from campaignctl.domain.formats import Format
from campaignctl.metrics.advertising import LIVE_VIEWS, TEN_SECOND_VIEWS
from campaignctl.metrics.example import example
from campaignctl.metrics.metric import Direction, Metric, Unit
from campaignctl.metrics.quotients import of_both, quotient

METRIC = Metric(
    code="ADS108",
    name="ten-second-view-rate",
    id="ten_second_view_rate",
    label="Views of 10 seconds",
    unit=Unit.RATE,
    format=Format.PERCENT,
    meaning="Part of ad views that lasted ten seconds",
    formula="10-second LIVE views / LIVE views",
    source="ads report",
    direction=Direction.UP,
    additive_over=(),
    measures=of_both(TEN_SECOND_VIEWS, LIVE_VIEWS),
    combine=quotient(TEN_SECOND_VIEWS, LIVE_VIEWS),
    examples=(
        example("""
ads
| title   | live_views | ten_second_views |
| Evening | 500        | 150              |
ten_second_view_rate.total = 30%
"""),
    ),
)
