"""Indirect video GMV is what viewers bought elsewhere within about a day of having seen a product in a video.

With direct GMV it makes attributed GMV. It is what a video is credited with beyond its own link.
"""

from campaignctl.domain.formats import Format
from campaignctl.metrics.example import example
from campaignctl.metrics.metric import Direction, Metric, Unit
from campaignctl.metrics.videos import INDIRECT

METRIC = Metric(
    code="VID111",
    name="video-indirect-gmv",
    id="video_indirect_gmv",
    label="Video GMV, indirect",
    unit=Unit.MONEY,
    format=Format.MONEY_SHORT,
    meaning="Bought elsewhere within a day of a video",
    formula="sum of Shoppable video attributed GMV - Gross merchandise value (Video)",
    source="video list",
    direction=Direction.UP,
    additive_over=("seller", "video"),
    measures=(INDIRECT,),
    combine=lambda sums: sums["video_indirect"],
    examples=(
        example("""
videos
| video_id | gmv   | attributed_gmv |
| 1        | 24.00 | 40.00          |
| 2        | 6.00  | 6.00           |
video_indirect_gmv.total = $16.00
"""),
    ),
)
