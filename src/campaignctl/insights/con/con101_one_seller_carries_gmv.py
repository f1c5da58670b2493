"""One seller brought more than half of GMV.

Its next stock-out or refusal is the campaign's.
"""

from collections.abc import Iterator

from campaignctl.domain.document import say
from campaignctl.insights.evidence import Evidence
from campaignctl.insights.example import example
from campaignctl.insights.history import now
from campaignctl.insights.insight import Insight, Sort, Tried

LEANING = 0.5


def detect(evidence: Evidence) -> Iterator[Tried]:
    """Tell the seller, if there is one among several, that sold more than half."""
    sold = evidence.history.of("value", "seller")
    whole = sum(now(row) for _, row in sold.iterrows())
    for key, row in sold.iterrows():
        if len(sold) > 1 and whole and now(row) > LEANING * whole:
            share = evidence.share("seller_carries", str(key), now(row) / whole)
            sentence = say(f"{{name}} alone brought {share} of GMV", name=evidence.called(str(key)))
            yield Tried(str(key), now(row), Sort.WATCH, say=sentence, then="Invite more sellers of its size")


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
