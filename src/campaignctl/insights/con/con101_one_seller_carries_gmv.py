"""One seller brought more than half of GMV.

Its next stock-out or refusal is the campaign's.
"""

from collections.abc import Iterator

from campaignctl.domain.document import say
from campaignctl.insights.evidence import Evidence
from campaignctl.insights.example import example
from campaignctl.insights.insight import Insight, Sort, Tried

LEANING = 0.5


def detect(evidence: Evidence) -> Iterator[Tried]:
    """Tell the seller, if there is one among several, that sold more than half."""
    sold = evidence.history.rows("value", "seller")
    whole = sum(row.now for row in sold)
    for row in sold:
        if len(sold) > 1 and row.now > LEANING * whole > 0:
            share = evidence.share("seller_carries", row.key, row.now / whole)
            sentence = say(f"{{name}} alone brought {share} of GMV", name=evidence.called(row.key))
            yield Tried(
                row.key,
                round(row.now - LEANING * whole),
                Sort.WATCH,
                say=sentence,
                then="Invite more sellers of its size",
            )


INSIGHT = Insight(
    code="CON101",
    name="one-seller-carries-gmv",
    detect=detect,
    examples=(
        example("""
value by seller
| seller | 0   |
| S-001  | 700 |
| S-002  | 300 |
watch: S-001 alone brought 70.0% of GMV
"""),
        example("""
value by seller
| seller | 0   |
| S-001  | 480 |
| S-002  | 300 |
| S-003  | 220 |
"""),
    ),
)
