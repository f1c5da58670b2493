"""The video-to-LIVE rate is how often a play led into a livestream."""

from campaignctl.domain.formats import Format
from campaignctl.metrics.example import example
from campaignctl.metrics.metric import Direction, Metric, Unit
from campaignctl.metrics.quotients import of_both, quotient
from campaignctl.metrics.videos import LIVE_CLICKS, PLAYS

METRIC = Metric(
    code="VID110",
    name="video-to-live-rate",
    id="video_to_live_rate",
    label="Video-to-LIVE rate",
    unit=Unit.RATE,
    format=Format.PERCENT,
    meaning="Clicks from a video into a stream, per play",
    formula="V-to-L clicks / VV",
    source="video list",
    direction=Direction.UP,
    additive_over=(),
    measures=of_both(LIVE_CLICKS, PLAYS),
    combine=quotient(LIVE_CLICKS, PLAYS),
    examples=(
        example("""
videos
| video_id | live_clicks | plays |
| 1        | 12          | 1200  |
video_to_live_rate.total = 1.00%
"""),
    ),
)
