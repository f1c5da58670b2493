"""Show GPM is attributed GMV per thousand times a stream was shown.

What the marketplace divides by is not documented; this is the reading that agrees with its lists.
"""

from campaignctl.domain.formats import Format
from campaignctl.metrics.attributed import GMV, IMPRESSIONS
from campaignctl.metrics.example import example
from campaignctl.metrics.metric import Direction, Metric, Unit
from campaignctl.metrics.quotients import of_both, quotient

METRIC = Metric(
    code="STR203",
    name="show-gpm",
    id="show_gpm",
    label="Show GPM",
    unit=Unit.MONEY,
    format=Format.MONEY,
    meaning="Attributed GMV per 1,000 times streams were shown",
    formula="Attributed GMV / LIVE impressions * 1000",
    source="LIVE list (attributed)",
    direction=Direction.UP,
    additive_over=(),
    measures=of_both(GMV, IMPRESSIONS),
    combine=quotient(GMV, IMPRESSIONS, 1000),
    examples=(
        example("""
attributed_streams
| title   | attributed_gmv | impressions |
| Evening | 150.00         | 4000        |
| Morning | 50.00          | 1000        |
show_gpm.total = $40.00
"""),
    ),
)
