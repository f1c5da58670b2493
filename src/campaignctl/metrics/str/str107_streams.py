"""Livestreams are those that started in the period; one that runs past midnight belongs to the day it started."""

from campaignctl.domain.formats import Format
from campaignctl.metrics.example import example
from campaignctl.metrics.metric import Direction, Metric, Unit
from campaignctl.metrics.streams import STREAMS

METRIC = Metric(
    code="STR107",
    name="streams",
    id="streams",
    label="Livestreams",
    unit=Unit.COUNT,
    format=Format.COUNT,
    meaning="Livestreams that started in the period",
    formula="number of streams by Start time",
    source="LIVE list",
    direction=Direction.UP,
    additive_over=("day", "seller", "stream"),
    measures=(STREAMS,),
    combine=lambda sums: sums["streams"],
    target="Livestreams",
    examples=(
        example("""
streams
| title    | started          |
| Evening  | 2026-11-26 23:30 |
| Too late | 2026-11-27 00:00 |
streams.total = 1
"""),
    ),
)
