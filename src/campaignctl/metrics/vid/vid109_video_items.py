"""Video items sold are the units ordered straight from a video."""

from campaignctl.domain.formats import Format
from campaignctl.metrics.example import example
from campaignctl.metrics.metric import Direction, Metric, Unit
from campaignctl.metrics.videos import ITEMS

METRIC = Metric(
    code="VID109",
    name="video-items",
    id="video_items",
    label="Video items sold",
    unit=Unit.COUNT,
    format=Format.COUNT,
    meaning="Units ordered straight from a video",
    formula="sum of Video items sold",
    source="video list",
    direction=Direction.UP,
    additive_over=("seller", "video"),
    measures=(ITEMS,),
    combine=lambda sums: sums["video_items"],
    examples=(
        example("""
videos
| video_id | items_sold |
| 1        | 4          |
| 2        | 1          |
video_items.total = 5
"""),
    ),
)
