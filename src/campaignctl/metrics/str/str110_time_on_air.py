"""Time on air is how long the streams lasted together."""

from campaignctl.domain.formats import Format
from campaignctl.metrics.example import example
from campaignctl.metrics.metric import Direction, Metric, Unit
from campaignctl.metrics.streams import SECONDS

METRIC = Metric(
    code="STR110",
    name="time-on-air",
    id="time_on_air",
    label="Time on air",
    unit=Unit.SECONDS,
    format=Format.DURATION,
    meaning="Time that livestreams lasted",
    formula="sum of Duration",
    source="LIVE list",
    direction=Direction.NEUTRAL,
    additive_over=("day", "seller", "stream"),
    measures=(SECONDS,),
    combine=lambda sums: sums["seconds"],
    examples=(
        example("""
streams
| title    | duration |
| Evening  | 5400     |
| Morning  | 1800     |
time_on_air.total = 2 h 00 min
"""),
    ),
)
