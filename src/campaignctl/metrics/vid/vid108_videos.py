"""Videos are those of a list of the campaign's days, each once, whenever they were posted.

A video that shows products of two shops stands in both lists: the videos of shops do not add up.
"""

from campaignctl.domain.formats import Format
from campaignctl.metrics.example import example
from campaignctl.metrics.metric import Direction, Metric, Unit
from campaignctl.metrics.videos import VIDEOS

METRIC = Metric(
    code="VID108",
    name="videos",
    id="videos",
    label="Videos",
    unit=Unit.COUNT,
    format=Format.COUNT,
    meaning="Videos that the list shows of the campaign",
    formula="distinct Video IDs",
    source="video list",
    direction=Direction.NEUTRAL,
    additive_over=(),
    measures=(VIDEOS,),
    combine=lambda sums: sums["videos"],
    examples=(
        example("""
videos
| video_id | plays |
| 1        | 1200  |
| 2        | 0     |
videos.total = 2
"""),
    ),
)
