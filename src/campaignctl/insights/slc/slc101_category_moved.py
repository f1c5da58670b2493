"""A category sold more, or less, than at the pace of the others, each held against its own past.

It says where the campaign's growth came from and which category it passed by. That a category rose with all others
is the campaign's news, and no category's; a move within the usual ups and downs is not told. Where its visitors or
their conversion moved as well, that is told in its place: it says why.
"""

from collections.abc import Iterator

from campaignctl.insights.evidence import Evidence
from campaignctl.insights.example import example
from campaignctl.insights.insight import Insight, Tried
from campaignctl.insights.slc._moves import moves


def detect(evidence: Evidence) -> Iterator[Tried]:
    """Try every category against the others."""
    return moves(evidence, "category", "Give it more room next time", "Ask its sellers what held it back")


INSIGHT = Insight(
    code="SLC101",
    name="category-moved",
    detect=detect,
    see=("SLC102", "DRV103", "DRV104"),
    yields_to=("DRV103", "DRV104"),
    examples=(
        example("""
value by category
| category | -5  | -4  | -3  | -2  | -1  | 0   |
| Beauty   | 990 | 1010 | 1004 | 980 | 1011 | 2200 |
| Toys     | 490 | 515 | 500 | 507 | 480 | 505 |
works: Beauty sold $2,200, +120% on its usual $999; the rest +1%, $1,188 more than at that pace
"""),
        example("""
value by category
| category | -5  | -4  | -3  | -2  | -1  | 0   |
| Beauty   | 600 | 1410 | 804 | 1380 | 811 | 1500 |
| Toys     | 490 | 515 | 500 | 507 | 480 | 505 |
"""),
        example("""
value by category
| category | -5  | -4   | -3   | -2  | -1   | 0    |
| Beauty   | 990 | 1010 | 1004 | 980 | 1011 | 1610 |
| Toys     | 490 | 515  | 500  | 507 | 480  | 805  |
"""),
        example("""
value by category
| category | -5  | -4   | -3   | -2  | -1   | 0    |
| Beauty   | 990 | 1010 | 1004 | 980 | 1011 | 1610 |
| Kitchen  | 710 | 690  | 695  | 702 | 708  | 805  |
| Toys     | 490 | 515  | 500  | 507 | 480  | 805  |
lost: Kitchen sold $805, +15% on its usual $701; the rest +61%, $326 less than at that pace
"""),
    ),
)
