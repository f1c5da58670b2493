"""LIVE impressions count how often a stream was shown to somebody, entered or not; product impressions are another count."""

from campaignctl.domain.formats import Format
from campaignctl.metrics.attributed import IMPRESSIONS
from campaignctl.metrics.example import example
from campaignctl.metrics.metric import Direction, Metric, Unit

METRIC = Metric(
    code="STR206",
    name="stream-impressions",
    id="stream_impressions",
    label="LIVE impressions",
    unit=Unit.COUNT,
    format=Format.COUNT,
    meaning="Times a livestream was shown to somebody",
    formula="sum of LIVE impressions",
    source="LIVE list (attributed)",
    direction=Direction.UP,
    additive_over=("day", "seller", "stream"),
    measures=(IMPRESSIONS,),
    combine=lambda sums: sums["stream_impressions"],
    examples=(
        example("""
attributed_streams
| title   | impressions | product_impressions |
| Evening | 4000        | 900                 |
| Morning | 1000        | 100                 |
stream_impressions.total = 5,000
"""),
    ),
)
