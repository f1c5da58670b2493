"""Direct video GMV is what was ordered straight from a video, refunds included.

What was bought elsewhere after the video was seen is attributed GMV, a figure of its own.
"""

from campaignctl.domain.formats import Format
from campaignctl.metrics.example import example
from campaignctl.metrics.metric import Direction, Metric, Unit
from campaignctl.metrics.videos import GMV

METRIC = Metric(
    code="VID101",
    name="video-gmv",
    id="video_gmv",
    label="Video GMV, direct",
    unit=Unit.MONEY,
    format=Format.MONEY_SHORT,
    meaning="Orders placed straight from a video",
    formula="sum of Gross merchandise value (Video)",
    source="video list",
    direction=Direction.UP,
    additive_over=("seller", "video"),
    measures=(GMV,),
    combine=lambda sums: sums["video_gmv"],
    examples=(
        example("""
videos
| video_id | gmv   | plays |
| 1        | 24.00 | 1200  |
| 2        | 6.00  | 300   |
video_gmv.total = $30.00
"""),
    ),
)
