"""Video orders are those placed straight from a video."""

from campaignctl.domain.formats import Format
from campaignctl.metrics.example import example
from campaignctl.metrics.metric import Direction, Metric, Unit
from campaignctl.metrics.videos import ORDERS

METRIC = Metric(
    code="VID107",
    name="video-orders",
    id="video_orders",
    label="Video orders",
    unit=Unit.COUNT,
    format=Format.COUNT,
    meaning="Orders placed straight from a video",
    formula="sum of Orders",
    source="video list",
    direction=Direction.UP,
    additive_over=("seller", "video"),
    measures=(ORDERS,),
    combine=lambda sums: sums["video_orders"],
    examples=(
        example("""
videos
| video_id | orders |
| 1        | 3      |
| 2        | 1      |
video_orders.total = 4
"""),
    ),
)
