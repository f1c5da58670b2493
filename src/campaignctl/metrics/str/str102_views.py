"""Views count how often a stream was opened; one viewer may open it several times, and viewers cannot be added up."""

from campaignctl.domain.formats import Format
from campaignctl.metrics.example import example
from campaignctl.metrics.metric import Direction, Metric, Unit
from campaignctl.metrics.streams import VIEWS

METRIC = Metric(
    code="STR102",
    name="views",
    id="views",
    label="LIVE views",
    unit=Unit.COUNT,
    format=Format.COUNT,
    meaning="Times a livestream was opened",
    formula="sum of Views",
    source="LIVE list",
    direction=Direction.UP,
    additive_over=("day", "seller", "stream"),
    measures=(VIEWS,),
    combine=lambda sums: sums["views"],
    examples=(
        example("""
streams
| title    | views |
| Evening  | 2000  |
| Morning  | 500   |
views.total = 2,500
"""),
    ),
)
