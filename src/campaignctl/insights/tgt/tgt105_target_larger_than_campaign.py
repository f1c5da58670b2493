"""A seller's or a category's GMV target is larger than that of the campaign it is a part of.

One of the two was mistyped, most often by a currency or a few zeros: until it is put right nobody can say who missed
what, so nothing is counted as lost against it.
"""

from collections.abc import Iterator

from campaignctl.domain.sentences import say
from campaignctl.insights.evidence import Evidence
from campaignctl.insights.example import example
from campaignctl.insights.insight import Insight, Sort, Tried
from campaignctl.insights.plans import beyond, planned
from campaignctl.metrics.ledger import TOTAL

THEN = "Put its target right and run the report again"


def detect(evidence: Evidence) -> Iterator[Tried]:
    """Question every target above the campaign's; at stake is no more than what was sold."""
    whole = evidence.ledger.id("gmv", TOTAL.on("target"))
    for scope in ("category", "seller"):
        if evidence.ledger.value("gmv", TOTAL.on("target")):
            yield from (Tried(one.key, 0, Sort.WATCH) for one in planned(evidence.ledger, scope))
        for one in beyond(evidence.ledger, scope):
            words = f"The target of {{name}}, {{{one.plan}}}, is larger than the campaign's {{{whole}}}"
            sentence = say(words, name=evidence.called(one.key))
            yield Tried(one.key, evidence.minor(one.sold), Sort.WATCH, say=sentence, then=THEN, aside=True)


INSIGHT = Insight(
    code="TGT105",
    name="target-larger-than-campaign",
    detect=detect,
    is_fact=True,
    see=("TGT101", "TGT102"),
    examples=(
        example("""
figures
| metric | scope  | key   | value |
| gmv    | total  |       | 1500  |
| gmv    | seller | S-001 | 600   |
| gmv    | seller | S-002 | 900   |
targets
| metric | scope  | key   | value  |
| gmv    | total  |       | 1700   |
| gmv    | seller | S-001 | 100000 |
| gmv    | seller | S-002 | 1700   |
watch: The target of S-001, $100K, is larger than the campaign's $2K
"""),
    ),
)
