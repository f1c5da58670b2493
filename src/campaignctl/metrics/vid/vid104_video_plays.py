"""Plays count every time a video was played; one person may play it several times.

A video that shows products of two shops stands in both lists, and its plays count for each.
"""

from campaignctl.domain.formats import Format
from campaignctl.metrics.example import example
from campaignctl.metrics.metric import Direction, Metric, Unit
from campaignctl.metrics.videos import PLAYS

METRIC = Metric(
    code="VID104",
    name="video-plays",
    id="video_plays",
    label="Plays",
    unit=Unit.COUNT,
    format=Format.COUNT,
    meaning="How often videos were played",
    formula="sum of VV",
    source="video list",
    direction=Direction.UP,
    additive_over=("seller", "video"),
    measures=(PLAYS,),
    combine=lambda sums: sums["plays"],
    examples=(
        example("""
videos
| video_id | plays |
| 1        | 1200  |
| 2        | 300   |
video_plays.total = 1,500
"""),
    ),
)
