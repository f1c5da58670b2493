"""A seller cancelled, or had cancelled, a larger share of its paid sales than it usually does.

Cancellations after payment are stock or handling that was not there, and buyers remember them.
"""

from collections.abc import Iterator

from campaignctl.insights.evidence import Evidence
from campaignctl.insights.example import example
from campaignctl.insights.insight import Insight, Tried
from campaignctl.insights.ret._rates import worse


def detect(evidence: Evidence) -> Iterator[Tried]:
    """Try every seller's share of cancelled sales against its own past."""
    return worse(evidence, "cancelled_value", "seller", "lost to cancellations", "Check its stock and handling time")


INSIGHT = Insight(
    code="RET101",
    name="more-cancelled",
    detect=detect,
    see=("RET102",),
    examples=(
        example("""
units by seller
| seller | -7  | -6  | -5  | -4  | -3  | -2  | -1  | 0   |
| S-001  | 100 | 100 | 100 | 100 | 100 | 100 | 100 | 200 |
| S-002  | 100 | 100 | 100 | 100 | 100 | 100 | 100 | 100 |
value by seller
| seller | -7   | -6   | -5   | -4   | -3   | -2   | -1   | 0    |
| S-001  | 1000 | 1000 | 1000 | 1000 | 1000 | 1000 | 1000 | 2000 |
| S-002  | 1000 | 1000 | 1000 | 1000 | 1000 | 1000 | 1000 | 1000 |
cancelled_value by seller
| seller | -7 | -6 | -5 | -4 | -3 | -2 | -1 | 0   |
| S-001  | 30 | 0  | 40 | 50 | 0  | 40 | 30 | 600 |
| S-002  | 30 | 0  | 40 | 50 | 0  | 40 | 30 | 60  |
lost: S-001 lost to cancellations 30.0% of its sales, usually 2.7%: $546 more
"""),
    ),
)
