"""A promotion added more margin than its discount cost, and its interval leaves break-even out.

It is worth its money also at the low end of what is likely, so it can be offered again. Where product costs are not
known, added sales are no profit yet: told is the product cost up to which they are one.
"""

from collections.abc import Iterator

from campaignctl.insights.evidence import Evidence
from campaignctl.insights.example import example
from campaignctl.insights.insight import Insight, Sort, Tried
from campaignctl.insights.prm._paid_back import MARGIN, told


def detect(evidence: Evidence) -> Iterator[Tried]:
    """Tell promotions whose ratio lies above one with its whole interval; the other side is counted by PRM201."""
    for paid in evidence.paid_back:
        if paid.low > 1:
            words, then = "{name} added {apart} of margin after its {cost} of discount", "Offer it again, at this depth"
            if paid.of != MARGIN:
                words, then = (
                    "{name} added {apart} of sales after its {cost} of discount",
                    "Ask for product costs first",
                )
            if paid.bears is not None:
                words += ": it pays where product cost is below {bears} of list price"
                then = "Offer it again where product cost allows it"
            yield told(evidence, paid, Sort.REPEAT, words, then)


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
repeat: Flash deals added $70K of margin after its $78K of discount
"""),
        example("""
paid_back
| promotion   | cost  | brought | low | high | p     | of                        | bears |
| Flash deals | 78000 | 148200  | 1.1 | 2.7  | 0.002 | sales before product cost | 0.42  |
repeat: Flash deals added $70K of sales after its $78K of discount: it pays where product cost is below 42% of list price
"""),
    ),
)
