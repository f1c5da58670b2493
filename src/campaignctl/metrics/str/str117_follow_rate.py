"""The follow rate is new followers per viewer of a stream.

Viewers are people, views are visits: a parser that divides by views shows less under the same name.
"""

from campaignctl.domain.formats import Format
from campaignctl.metrics.example import example
from campaignctl.metrics.metric import Direction, Metric, Unit
from campaignctl.metrics.quotients import of_both, quotient
from campaignctl.metrics.streams import FOLLOWERS, VIEWERS

METRIC = Metric(
    code="STR117",
    name="follow-rate",
    id="follow_rate",
    label="Follow rate",
    unit=Unit.RATE,
    format=Format.PERCENT,
    meaning="New followers per viewer of a stream",
    formula="New followers / Viewers",
    source="LIVE list",
    direction=Direction.UP,
    additive_over=(),
    measures=of_both(FOLLOWERS, VIEWERS),
    combine=quotient(FOLLOWERS, VIEWERS),
    examples=(
        example("""
streams
| title    | new_followers | viewers |
| Evening  | 30    | 200     |
| Morning  | 10    | 200     |
follow_rate.total = 10%
"""),
    ),
)
