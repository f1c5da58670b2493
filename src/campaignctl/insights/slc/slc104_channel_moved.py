"""A channel sold more, or less, than at the pace of the others, each held against its own past.

Where buyers came from decides where the next budget goes: livestreams, videos, product cards, the shop tab.
"""

from collections.abc import Iterator

from campaignctl.insights.evidence import Evidence
from campaignctl.insights.example import example
from campaignctl.insights.insight import Insight, Tried
from campaignctl.insights.slc._moves import moves


def detect(evidence: Evidence) -> Iterator[Tried]:
    """Try every channel against the others."""
    return moves(evidence, "channel", "Plan more of it", "Find out what it lacked: slots, content or traffic")


INSIGHT = Insight(
    code="SLC104",
    name="channel-moved",
    detect=detect,
    examples=(
        example("""
value by category
| category | 0    |
| Beauty   | 2600 |
value by channel
| channel      | -4   | -3   | -2   | -1   | 0    |
| LIVE         | 300  | 310  | 290  | 305  | 1400 |
| Product card | 1190 | 1210 | 1205 | 1195 | 1200 |
works: LIVE sold $1,400, +365% on its usual $301; the rest 0%, $1,099 more than at that pace
"""),
    ),
)
