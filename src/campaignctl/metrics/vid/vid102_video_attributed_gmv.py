"""Attributed video GMV is direct GMV and what viewers bought elsewhere within about a day.

A creator's own view counts 14 days after a click: the two are never added up.
"""

from campaignctl.domain.formats import Format
from campaignctl.metrics.example import example
from campaignctl.metrics.metric import Direction, Metric, Unit
from campaignctl.metrics.videos import ATTRIBUTED

METRIC = Metric(
    code="VID102",
    name="video-attributed-gmv",
    id="video_attributed_gmv",
    label="Video GMV, attributed",
    unit=Unit.MONEY,
    format=Format.MONEY_SHORT,
    meaning="Direct GMV and what was bought elsewhere within a day",
    formula="sum of Shoppable video attributed GMV",
    source="video list",
    direction=Direction.UP,
    additive_over=("seller", "video"),
    measures=(ATTRIBUTED,),
    combine=lambda sums: sums["video_attributed"],
    examples=(
        example("""
videos
| video_id | gmv   | attributed_gmv |
| 1        | 24.00 | 40.00          |
video_attributed_gmv.total = $40.00
"""),
    ),
)
