"""The tap-through rate is how often somebody entered a stream that was shown to them.

A real list prints 11.2% for 558 views of 4,985 impressions.
"""

from campaignctl.domain.formats import Format
from campaignctl.metrics.attributed import IMPRESSIONS, VIEWS
from campaignctl.metrics.example import example
from campaignctl.metrics.metric import Direction, Metric, Unit, ratio

METRIC = Metric(
    code="STR202",
    name="tap-through-rate",
    id="tap_through_rate",
    label="Tap-through rate",
    unit=Unit.RATE,
    format=Format.PERCENT,
    meaning="Views of a stream per time it was shown",
    formula="Views / LIVE impressions",
    source="LIVE list (attributed)",
    direction=Direction.UP,
    additive_over=(),
    measures=(VIEWS, IMPRESSIONS),
    combine=lambda sums: ratio(sums["attributed_views"], sums["stream_impressions"]),
    examples=(
        example("""
attributed_streams
| title   | views | impressions |
| Evening | 558   | 4985        |
tap_through_rate.total = 11.2%
"""),
    ),
)
