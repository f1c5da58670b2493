"""A product sold more, or less, than it usually does in as many days.

A product that took off deserves stock and a place in the next deck; one that fell in spite of a deal has a reason.
"""

from collections.abc import Iterator

from campaignctl.insights.evidence import Evidence
from campaignctl.insights.example import example
from campaignctl.insights.insight import Insight, Tried
from campaignctl.insights.slc._moves import moves


def detect(evidence: Evidence) -> Iterator[Tried]:
    """Try every product against its own past."""
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
| P-2     | 50  | 52  | 49  | 51  | 110 |
works: Calming Serum sold $900, +124% on its usual $402; the rest +118%
"""),
    ),
)
