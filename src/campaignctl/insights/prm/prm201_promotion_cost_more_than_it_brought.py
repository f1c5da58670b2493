"""A promotion cost more than the margin it added, and its interval leaves break-even out.

Most of its discount went to buyers who would have come anyway; next time it is left out, or made shallower.
"""

from collections.abc import Iterator

from campaignctl.insights.evidence import Evidence
from campaignctl.insights.example import example
from campaignctl.insights.insight import Insight, Sort, Tried
from campaignctl.insights.prm._paid_back import MARGIN, told


def detect(evidence: Evidence) -> Iterator[Tried]:
    """Tell promotions whose ratio lies below one with its whole interval."""
    for paid in evidence.paid_back:
        if paid.high < 1:
            words = "{name} cost {cost} of discount and brought {brought} of margin before it, {apart} too little"
            if paid.of != MARGIN:
                words = "{name} cost {cost} of discount, and buyers paid {apart} less than expected without it"
            yield told(evidence, paid, Sort.STOP, words, "Leave it out, or try it at a shallower discount")
        else:
            yield Tried(paid.promotion, paid.cost, Sort.STOP, p=paid.p)


INSIGHT = Insight(
    code="PRM201",
    name="promotion-cost-more-than-it-brought",
    detect=detect,
    see=("PRM202",),
    examples=(
        example("""
paid_back
| promotion         | cost  | brought | low | high | p     |
| Co-funded voucher | 94000 | 56000   | 0.3 | 0.9  | 0.002 |
| Buy more          | 36000 | 14000   | 0.1 | 1.1  | 0.08  |
| Bundles           | 36000 | 14000   | 0.1 | 1    | 0.05  |
stop: Co-funded voucher cost $94K of discount and brought $56K of margin before it, $38K too little
"""),
        example("""
paid_back
| promotion         | cost  | brought | low | high | p     | of                        |
| Co-funded voucher | 94000 | 56000   | 0.3 | 0.9  | 0.002 | sales before product cost |
stop: Co-funded voucher cost $94K of discount, and buyers paid $38K less than expected without it
"""),
    ),
)
