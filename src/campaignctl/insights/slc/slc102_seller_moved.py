"""A seller sold more, or less, than at the pace of the others, each held against its own past.

Sellers that doubled are worth their place; one that fell during a campaign had trouble with price, stock or traffic.
"""

from collections.abc import Iterator

from campaignctl.insights.evidence import Evidence
from campaignctl.insights.example import example
from campaignctl.insights.insight import Insight, Tried
from campaignctl.insights.slc._moves import moves


def detect(evidence: Evidence) -> Iterator[Tried]:
    """Try every seller against the others."""
    return moves(evidence, "seller", "Invite it first next time", "Ask it about price, stock and traffic")


INSIGHT = Insight(
    code="SLC102",
    name="seller-moved",
    detect=detect,
    see=("SLC101",),
    examples=(
        example("""
names
| id    | name       |
| S-001 | Fern & Clay |
value by category
| category | 0    |
| Beauty   | 1700 |
value by seller
| seller | -5  | -4  | -3  | -2  | -1  | 0   |
| S-001  | 990 | 1010 | 1004 | 980 | 1011 | 400 |
| S-002  | 490 | 515 | 500 | 507 | 480 | 505 |
lost: Fern & Clay sold $400, −60% on its usual $999; the rest +1%, $612 less than at that pace
"""),
    ),
)
