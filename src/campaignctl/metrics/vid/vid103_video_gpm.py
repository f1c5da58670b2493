"""Video GPM is direct GMV per thousand plays.

A real list prints it so in every row; over several videos it is made of sums, never a mean.
"""

from campaignctl.domain.formats import Format
from campaignctl.metrics.example import example
from campaignctl.metrics.metric import Direction, Metric, Unit
from campaignctl.metrics.quotients import of_both, quotient
from campaignctl.metrics.videos import GMV, PLAYS

METRIC = Metric(
    code="VID103",
    name="video-gpm",
    id="video_gpm",
    label="Video GPM",
    unit=Unit.MONEY,
    format=Format.MONEY,
    meaning="Direct GMV per 1,000 plays",
    formula="Gross merchandise value (Video) / VV * 1000",
    source="video list",
    direction=Direction.UP,
    additive_over=(),
    measures=of_both(GMV, PLAYS),
    combine=quotient(GMV, PLAYS, 1000),
    examples=(
        example("""
videos
| video_id | gmv   | plays |
| 1        | 24.00 | 1200  |
| 2        | 6.00  | 300   |
video_gpm.total = $20.00
"""),
    ),
)
