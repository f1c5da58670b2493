"""Video CTOR is orders per click on a product of a video."""

from campaignctl.domain.formats import Format
from campaignctl.metrics.example import example
from campaignctl.metrics.metric import Direction, Metric, Unit
from campaignctl.metrics.quotients import of_both, quotient
from campaignctl.metrics.videos import CLICKS, ORDERS

METRIC = Metric(
    code="VID106",
    name="video-ctor",
    id="video_ctor",
    label="Video CTOR",
    unit=Unit.RATE,
    format=Format.PERCENT,
    meaning="Orders per product click in a video",
    formula="Orders / Product Clicks",
    source="video list",
    direction=Direction.UP,
    additive_over=(),
    measures=of_both(ORDERS, CLICKS),
    combine=quotient(ORDERS, CLICKS),
    examples=(
        example("""
videos
| video_id | product_clicks | orders |
| 1        | 60             | 3      |
| 2        | 15             | 0      |
video_ctor.total = 4.00%
"""),
    ),
)
