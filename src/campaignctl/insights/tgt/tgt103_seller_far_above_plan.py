"""A seller ended a quarter or more above the GMV it was planned for.

Its plan was too low, or its campaign was good: either way the next plan should know. Where it left the others behind,
by its own past, that is told in its place.
"""

from collections.abc import Iterator

from campaignctl.domain.sentences import say
from campaignctl.insights.evidence import Evidence
from campaignctl.insights.example import example
from campaignctl.insights.insight import Insight, Sort, Tried
from campaignctl.insights.plans import planned
from campaignctl.insights.tgt._misses import apart, in_table, named, targets

LEAST_BEAT, ALONE = 0.25, 0.02
"""More than a few are told one by one only from this share of the campaign's GMV on: of a beat nothing is to be mended."""


def detect(evidence: Evidence) -> Iterator[Tried]:
    """Tell every seller whose GMV lies a quarter or more above its target."""
    beat = []
    for one in planned(evidence.ledger, "seller"):
        if one.sold < one.target * (1 + LEAST_BEAT):
            yield Tried(one.key, max(evidence.minor(one.sold - one.target), 0), Sort.REPEAT)
        else:
            beat.append(one)
    large, small = apart(evidence, beat, ALONE)
    for one in large:
        over = evidence.minor(one.sold - one.target)
        more = evidence.money("seller_over", one.key, over)
        sentence = say(
            f"{{name}} sold {more} above its {evidence.target} of {{{one.plan}}}", name=evidence.called(one.key)
        )
        yield Tried(one.key, over, Sort.REPEAT, say=sentence, then="Plan more for it, and ask what it did")
    if small:
        over = sum(evidence.minor(one.sold - one.target) for one in small)
        many = evidence.count("sellers_over", "together", len(small))
        more = evidence.money("sellers_over", "together", over)
        words = f"{many} smaller sellers sold {more} above their {targets(evidence)} together{{names}}"
        sentence = say(words, names=named(evidence, small))
        yield Tried("sellers above", over, Sort.REPEAT, say=sentence, then=in_table("seller"), aside=True)


INSIGHT = Insight(
    code="TGT103",
    name="seller-far-above-plan",
    detect=detect,
    is_fact=True,
    see=("TGT102", "SLC102"),
    yields_to=("SLC102",),
    examples=(
        example("""
figures
| metric | scope  | key   | value |
| gmv    | seller | S-001 | 1600  |
| gmv    | seller | S-002 | 1100  |
targets
| metric | scope  | key   | value |
| gmv    | seller | S-001 | 1000  |
| gmv    | seller | S-002 | 1000  |
repeat: S-001 sold $600 above its target of $1K
"""),
        example("""
value by category
| category | 0    |
| Beauty   | 9000 |
figures
| metric | scope  | key   | value |
| gmv    | seller | S-001 | 1600  |
| gmv    | seller | S-002 | 200  |
| gmv    | seller | S-003 | 180  |
| gmv    | seller | S-004 | 190  |
targets
| metric | scope  | key   | value |
| gmv    | seller | S-001 | 1000  |
| gmv    | seller | S-002 | 150  |
| gmv    | seller | S-003 | 110  |
| gmv    | seller | S-004 | 120  |
repeat: S-001 sold $600 above its target of $1K
repeat: 3 smaller sellers sold $190 above their targets together: S-003, S-004 and S-002
"""),
    ),
)
