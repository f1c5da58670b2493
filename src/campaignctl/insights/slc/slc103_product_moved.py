"""A product sold more, or less, than at the pace of the others, each held against its own past.

A product that took off deserves stock and a place in the next deck; one that fell in spite of a deal has a reason.
"""

from collections.abc import Iterator

from campaignctl.insights.evidence import Evidence
from campaignctl.insights.example import example
from campaignctl.insights.insight import Insight, Tried
from campaignctl.insights.slc._moves import moves


def detect(evidence: Evidence) -> Iterator[Tried]:
    """Try every product against the others."""
    return moves(evidence, "product", "Keep more stock of it", "Check its price, stock and page")


INSIGHT = Insight(
    code="SLC103",
    name="product-moved",
    detect=detect,
    see=("SLC101", "SLC102"),
    examples=(
        example("""
names
| id  | name          |
| P-1 | Calming Serum |
value by category
| category | 0    |
| Beauty   | 3000 |
value by product
| product | -4  | -3  | -2  | -1  | 0   |
| P-1     | 400 | 410 | 395 | 405 | 900 |
| P-2     | 350 | 352 | 349 | 351 | 360 |
| P-3     | 250 | 255 | 246 | 251 | 250 |
works: Calming Serum sold $900, +124% on its usual $402; the rest +2%, $492 more than at that pace
"""),
    ),
)
