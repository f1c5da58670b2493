"""The average view is how long an average visit to a stream lasted: viewing time by views.

Several streams are averaged by their views, not one by one: a small room counts for little.
"""

from campaignctl.domain.formats import Format
from campaignctl.metrics.example import example
from campaignctl.metrics.metric import Direction, Metric, Unit, ratio
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
    measures=(VIEWS, VIEW_SECONDS),
    combine=lambda sums: ratio(sums["view_seconds"], sums["views"]).round(),
    examples=(
        example("""
streams
| title    | average_view_duration | views |
| Evening  | 60                    | 3000  |
| Morning  | 20                    | 1000  |
average_view_duration.total = 50 s
"""),
    ),
)
