"""Watch GPM is the direct GMV of a thousand views, made from sums: a short stream weighs little.

A LIVE list prints it as GMV/1K views. Show GPM, per thousand impressions, is another figure.
"""

from campaignctl.domain.formats import Format
from campaignctl.metrics.example import example
from campaignctl.metrics.metric import Direction, Metric, Unit
from campaignctl.metrics.quotients import of_both, quotient
from campaignctl.metrics.streams import DIRECT_GMV, VIEWS

METRIC = Metric(
    code="STR103",
    name="watch-gpm",
    id="watch_gpm",
    label="Watch GPM",
    unit=Unit.MONEY,
    format=Format.MONEY,
    meaning="Direct livestream GMV per 1,000 views",
    formula="Direct GMV / Views x 1,000",
    source="LIVE list",
    direction=Direction.UP,
    additive_over=(),
    measures=of_both(DIRECT_GMV, VIEWS),
    combine=quotient(DIRECT_GMV, VIEWS, 1000),
    examples=(
        example("""
streams
| title    | direct_gmv | views |
| Evening  | 120.00     | 2000  |
| Morning  | 30.00      | 500   |
| Nobody   | 0.00       | 0     |
watch_gpm.total = $60.00
"""),
    ),
)
