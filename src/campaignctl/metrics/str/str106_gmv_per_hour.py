"""GMV per hour is the direct GMV of an hour on air: what a slot of the studio brings."""

from campaignctl.domain.formats import Format
from campaignctl.metrics.example import example
from campaignctl.metrics.metric import Direction, Metric, Unit
from campaignctl.metrics.quotients import of_both, quotient
from campaignctl.metrics.streams import DIRECT_GMV, SECONDS

METRIC = Metric(
    code="STR106",
    name="gmv-per-hour",
    id="gmv_per_hour",
    label="LIVE GMV per hour",
    unit=Unit.MONEY,
    format=Format.MONEY,
    meaning="Direct livestream GMV per hour on air",
    formula="Direct GMV / Duration in hours",
    source="LIVE list",
    direction=Direction.UP,
    additive_over=(),
    measures=of_both(DIRECT_GMV, SECONDS),
    combine=quotient(DIRECT_GMV, SECONDS, 3600),
    examples=(
        example("""
streams
| title    | direct_gmv | duration |
| Evening  | 120.00     | 5400     |
| Morning  | 30.00      | 1800     |
gmv_per_hour.total = $75.00
"""),
    ),
)
