"""CTR in a video list is product clicks per play.

LIVE lists divide by views of the stream, product lists by impressions, all under the same name.
"""

from campaignctl.domain.formats import Format
from campaignctl.metrics.example import example
from campaignctl.metrics.metric import Direction, Metric, Unit
from campaignctl.metrics.quotients import of_both, quotient
from campaignctl.metrics.videos import CLICKS, PLAYS

METRIC = Metric(
    code="VID105",
    name="video-ctr",
    id="video_ctr",
    label="Video CTR",
    unit=Unit.RATE,
    format=Format.PERCENT,
    meaning="Product clicks per play",
    formula="Product Clicks / VV",
    source="video list",
    direction=Direction.UP,
    additive_over=(),
    measures=of_both(CLICKS, PLAYS),
    combine=quotient(CLICKS, PLAYS),
    examples=(
        example("""
videos
| video_id | product_clicks | plays |
| 1        | 60             | 1200  |
| 2        | 15             | 300   |
video_ctr.total = 5.00%
"""),
    ),
)
