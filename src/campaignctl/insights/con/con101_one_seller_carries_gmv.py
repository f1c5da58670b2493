"""One seller brought more than half of GMV.

Its next stock-out or refusal is the campaign's.
"""

from collections.abc import Iterator

from campaignctl.domain.sentences import say
from campaignctl.insights.evidence import Evidence
from campaignctl.insights.example import example
from campaignctl.insights.insight import Insight, Sort, Tried

LEANING = 0.5


def detect(evidence: Evidence) -> Iterator[Tried]:
    """Tell the largest of several sellers where it sold more than half."""
    sold = evidence.history.sold("value", "seller")
    whole = sum(row.now for row in sold)
    if len(sold) < 2 or whole <= 0 or evidence.is_slight:
        return
    row, following = sorted(sold, key=lambda each: (-each.now, each.key))[:2]
    if row.now <= LEANING * whole:
        yield Tried(row.key, 0, Sort.WATCH)
        return
    share = evidence.share("seller_carries", row.key, row.now / whole)
    after = evidence.share("seller_carries", following.key, following.now / whole)
    sentence = say(f"{{name}} alone brought {share} of GMV, the next seller {after}", name=evidence.called(row.key))
    beyond = round(row.now - LEANING * whole)
    yield Tried(row.key, beyond, Sort.WATCH, say=sentence, then="Invite more sellers of its size")


INSIGHT = Insight(
    code="CON101",
    name="one-seller-carries-gmv",
    detect=detect,
    is_fact=True,
    examples=(
        example("""
value by seller
| seller | 0   |
| S-001  | 700 |
| S-002  | 300 |
watch: S-001 alone brought 70% of GMV, the next seller 30%
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
