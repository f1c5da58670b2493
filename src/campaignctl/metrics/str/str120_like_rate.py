"""The like rate is likes per viewer of a stream.

Viewers are people, views are visits: a parser that divides by views shows less under the same name.
"""

from campaignctl.domain.formats import Format
from campaignctl.metrics.example import example
from campaignctl.metrics.metric import Direction, Metric, Unit
from campaignctl.metrics.quotients import of_both, quotient
from campaignctl.metrics.streams import LIKES, VIEWERS

METRIC = Metric(
    code="STR120",
    name="like-rate",
    id="like_rate",
    label="Like rate",
    unit=Unit.RATE,
    format=Format.PERCENT,
    meaning="Likes per viewer of a stream",
    formula="Likes / Viewers",
    source="LIVE list",
    direction=Direction.UP,
    additive_over=(),
    measures=of_both(LIKES, VIEWERS),
    combine=quotient(LIKES, VIEWERS),
    examples=(
        example("""
streams
| title    | likes | viewers |
| Evening  | 30    | 200     |
| Morning  | 10    | 200     |
like_rate.total = 10%
"""),
    ),
)
