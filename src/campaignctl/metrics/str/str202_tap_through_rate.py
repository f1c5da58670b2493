"""The tap-through rate is how often somebody entered a stream that was shown to them.

A real list prints 11.2% for 558 views of 4,985 impressions.
"""

from campaignctl.domain.formats import Format
from campaignctl.metrics.attributed import IMPRESSIONS, VIEWS
from campaignctl.metrics.example import example
from campaignctl.metrics.metric import Direction, Metric, Unit
from campaignctl.metrics.quotients import of_both, quotient

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
    measures=of_both(VIEWS, IMPRESSIONS),
    combine=quotient(VIEWS, IMPRESSIONS),
    examples=(
        example("""
attributed_streams
| title   | views | impressions |
| Evening | 558   | 4985        |
tap_through_rate.total = 11%
"""),
    ),
)
