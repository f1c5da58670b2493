"""The video-to-LIVE rate is how often a play led into a livestream."""

from campaignctl.domain.formats import Format
from campaignctl.metrics.example import example
from campaignctl.metrics.metric import Direction, Metric, Unit, ratio
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
    measures=(LIVE_CLICKS, PLAYS),
    combine=lambda sums: ratio(sums["live_clicks"], sums["plays"]),
    examples=(
        example("""
videos
| video_id | live_clicks | plays |
| 1        | 12          | 1200  |
video_to_live_rate.total = 1.00%
"""),
    ),
)
