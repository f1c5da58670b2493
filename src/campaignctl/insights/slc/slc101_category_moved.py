"""A category sold more, or less, than it usually does in as many days.

It says where the campaign's growth came from and which category it passed by; a move within the usual ups and downs
is not told.
"""

from collections.abc import Iterator

from campaignctl.insights.evidence import Evidence
from campaignctl.insights.example import example
from campaignctl.insights.insight import Insight, Tried
from campaignctl.insights.slc._moves import moves


def detect(evidence: Evidence) -> Iterator[Tried]:
    """Try every category against its own past."""
    return moves(evidence, "category", "Give it as much room next time", "Ask its sellers what held it back")


INSIGHT = Insight(
    code="SLC101",
    name="category-moved",
    detect=detect,
    see=("SLC102",),
    examples=(
        example("""
value by category
| category | -5  | -4  | -3  | -2  | -1  | 0   |
| Beauty   | 990 | 1010 | 1004 | 980 | 1011 | 2200 |
| Toys     | 490 | 515 | 500 | 507 | 480 | 505 |
works: Beauty sold $2,200, +120% on its usual $999; the rest +1%
"""),
        example("""
value by category
| category | -5  | -4  | -3  | -2  | -1  | 0   |
| Beauty   | 600 | 1410 | 804 | 1380 | 811 | 1500 |
| Toys     | 490 | 515 | 500 | 507 | 480 | 505 |
"""),
    ),
)
