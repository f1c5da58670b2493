"""The share rate is shares per viewer of a stream.

Viewers are people, views are visits: a parser that divides by views shows less under the same name.
"""

from campaignctl.domain.formats import Format
from campaignctl.metrics.example import example
from campaignctl.metrics.metric import Direction, Metric, Unit
from campaignctl.metrics.quotients import of_both, quotient
from campaignctl.metrics.streams import SHARES, VIEWERS

METRIC = Metric(
    code="STR119",
    name="share-rate",
    id="share_rate",
    label="Share rate",
    unit=Unit.RATE,
    format=Format.PERCENT,
    meaning="Shares per viewer of a stream",
    formula="Shares / Viewers",
    source="LIVE list",
    direction=Direction.UP,
    additive_over=(),
    measures=of_both(SHARES, VIEWERS),
    combine=quotient(SHARES, VIEWERS),
    examples=(
        example("""
streams
| title    | shares | viewers |
| Evening  | 30    | 200     |
| Morning  | 10    | 200     |
share_rate.total = 10%
"""),
    ),
)
