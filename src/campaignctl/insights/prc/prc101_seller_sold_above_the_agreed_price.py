"""A seller sold above the deal price that was locked with it.

Buyers saw a campaign and paid more than it promised; the money is what they paid too much.
"""

from collections.abc import Iterator

from campaignctl.domain.sentences import say
from campaignctl.insights.evidence import Evidence
from campaignctl.insights.example import example
from campaignctl.insights.insight import Insight, Sort, Tried


def detect(evidence: Evidence) -> Iterator[Tried]:
    """Tell sellers with units above the agreed price; what buyers paid too much is at stake."""
    for kept in evidence.promises:
        if not kept.dear_units:
            if kept.priced_lines:
                yield Tried(kept.seller, 0, Sort.LOST)
            continue
        units = evidence.count("dear_units", kept.seller, kept.dear_units)
        lines = evidence.count("dear_lines", kept.seller, kept.dear_lines)
        money = evidence.money("overpaid", kept.seller, kept.overpaid)
        words = f"{{name}} sold {units} units of {lines} lines above the agreed price, for {money} too much"
        sentence = say(words, name=evidence.called(kept.seller))
        yield Tried(
            kept.seller,
            kept.overpaid,
            Sort.LOST,
            say=sentence,
            then="Show the seller its orders, and look at its prices on the first night next time",
        )


INSIGHT = Insight(
    code="PRC101",
    name="seller-sold-above-the-agreed-price",
    detect=detect,
    is_fact=True,
    examples=(
        example("""
names
| id    | name         |
| S-001 | Saffron Veil |
promises
| seller | dear_lines | dear_units | overpaid |
| S-001  | 5          | 48         | 154      |
| S-002  | 0          | 0          | 0        |
lost: Saffron Veil sold 48 units of 5 lines above the agreed price, for $154 too much
"""),
    ),
)
