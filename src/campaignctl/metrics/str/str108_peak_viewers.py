"""Peak viewers is the largest audience that any one stream had at one moment.

It is a maximum: peaks of streams fall at other moments, so they are neither added nor averaged.
"""

from campaignctl.domain.formats import Format
from campaignctl.metrics.example import example
from campaignctl.metrics.metric import Direction, Metric, Unit
from campaignctl.metrics.streams import PEAK

METRIC = Metric(
    code="STR108",
    name="peak-viewers",
    id="peak_viewers",
    label="Peak viewers",
    unit=Unit.COUNT,
    format=Format.COUNT,
    meaning="Most viewers at one moment of any one stream",
    formula="maximum of Peak viewers",
    source="LIVE list",
    direction=Direction.UP,
    additive_over=(),
    measures=(PEAK,),
    combine=lambda sums: sums["peak"],
    examples=(
        example("""
streams
| title    | peak_viewers |
| Evening  | 800          |
| Morning  | 300          |
peak_viewers.total = 800
"""),
    ),
)
