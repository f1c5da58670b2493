"""The comment rate is comments per viewer of a stream.

Viewers are people, views are visits: a parser that divides by views shows less under the same name.
"""

from campaignctl.domain.formats import Format
from campaignctl.metrics.example import example
from campaignctl.metrics.metric import Direction, Metric, Unit
from campaignctl.metrics.quotients import of_both, quotient
from campaignctl.metrics.streams import COMMENTS, VIEWERS

METRIC = Metric(
    code="STR118",
    name="comment-rate",
    id="comment_rate",
    label="Comment rate",
    unit=Unit.RATE,
    format=Format.PERCENT,
    meaning="Comments per viewer of a stream",
    formula="Comments / Viewers",
    source="LIVE list",
    direction=Direction.UP,
    additive_over=(),
    measures=of_both(COMMENTS, VIEWERS),
    combine=quotient(COMMENTS, VIEWERS),
    examples=(
        example("""
streams
| title    | comments | viewers |
| Evening  | 30    | 200     |
| Morning  | 10    | 200     |
comment_rate.total = 10%
"""),
    ),
)
