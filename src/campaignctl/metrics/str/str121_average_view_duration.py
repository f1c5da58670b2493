"""The average view is how long an average visit to a stream lasted: viewing time by views.

Several streams are averaged by their views, not one by one: a small room counts for little.
"""

from campaignctl.domain.formats import Format
from campaignctl.metrics.example import example
from campaignctl.metrics.metric import Direction, Metric, Unit
from campaignctl.metrics.quotients import of_both, quotient
from campaignctl.metrics.streams import VIEW_SECONDS, VIEWS

METRIC = Metric(
    code="STR121",
    name="average-view-duration",
    id="average_view_duration",
    label="Average view",
    unit=Unit.SECONDS,
    format=Format.DURATION,
    meaning="Time an average view of a stream lasted",
    formula="sum of Avg. view duration x Views / Views",
    source="LIVE list",
    direction=Direction.UP,
    additive_over=(),
    measures=of_both(VIEW_SECONDS, VIEWS),
    combine=lambda sums: quotient(VIEW_SECONDS, VIEWS)(sums).round(),
    examples=(
        example("""
streams
| title    | average_view_duration | views |
| Evening  | 60                    | 3000  |
| Morning  | 20                    | 1000  |
average_view_duration.total = 50 s
"""),
        example("""
streams
| title    | average_view_duration | views |
| Told     | 60                    | 1000  |
| Not told |                       | 1000  |
average_view_duration.total = 1 min 00 s
"""),
    ),
)
