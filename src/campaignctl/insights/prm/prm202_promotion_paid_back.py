"""A promotion added more margin than its discount cost, and its interval leaves break-even out.

It is worth its money also at the low end of what is likely, so it can be offered again.
"""

from collections.abc import Iterator

from campaignctl.insights.evidence import Evidence
from campaignctl.insights.example import example
from campaignctl.insights.insight import Insight, Sort, Tried
from campaignctl.insights.prm._paid_back import told


def detect(evidence: Evidence) -> Iterator[Tried]:
    """Tell promotions whose ratio lies above one with its whole interval; the other side is counted by PRM201."""
    for paid in evidence.paid_back:
        if paid.low > 1:
            words = "{name} brought {brought} of {of} for {cost} of discount, {ratio} per unit of discount"
            yield told(evidence, paid, Sort.REPEAT, words, "Offer it again, at this depth")


INSIGHT = Insight(
    code="PRM202",
    name="promotion-paid-back",
    detect=detect,
    see=("PRM201",),
    examples=(
        example("""
paid_back
| promotion   | cost  | brought | low | high | p     |
| Flash deals | 78000 | 148200  | 1.1 | 2.7  | 0.002 |
| Coupons     | 64000 | 70400   | 0.6 | 1.7  | 0.7   |
repeat: Flash deals brought $148K of margin for $78K of discount, 1.90 per unit of discount
"""),
    ),
)
