"""New followers are viewers who began to follow the account during a stream: the next one's audience."""

from campaignctl.domain.formats import Format
from campaignctl.metrics.example import example
from campaignctl.metrics.metric import Direction, Metric, Unit
from campaignctl.metrics.streams import FOLLOWERS

METRIC = Metric(
    code="STR116",
    name="new-followers",
    id="new_followers",
    label="New followers in LIVE",
    unit=Unit.COUNT,
    format=Format.COUNT,
    meaning="Viewers who began to follow during a stream",
    formula="sum of New followers",
    source="LIVE list",
    direction=Direction.UP,
    additive_over=("day", "seller", "stream"),
    measures=(FOLLOWERS,),
    combine=lambda sums: sums["followers"],
    examples=(
        example("""
streams
| title    | new_followers |
| Evening  | 40            |
| Morning  | 2             |
new_followers.total = 42
"""),
    ),
)
