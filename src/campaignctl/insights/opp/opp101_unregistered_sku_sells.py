"""A product that nobody registered sold well in the campaign's shops while it ran.

It sells without a deal: register it next time, or leave it alone on purpose.
"""

from collections.abc import Iterator

from campaignctl.domain.sentences import say
from campaignctl.insights.evidence import Evidence
from campaignctl.insights.example import example
from campaignctl.insights.insight import Insight, Sort, Tried

LEAST_SHARE = 0.02


def detect(evidence: Evidence) -> Iterator[Tried]:
    """Tell unregistered products that sold two per cent of GMV or more."""
    for one in evidence.unregistered:
        if not evidence.gmv or one.value < LEAST_SHARE * evidence.gmv:
            yield Tried(one.product, one.value, Sort.TRY)
            continue
        money = evidence.money("unregistered", one.product, one.value)
        share = evidence.share("unregistered", one.product, one.value / evidence.gmv)
        words = f"{{name}} sold {money} without being registered, as much as {share} of GMV"
        sentence = say(words, name=evidence.called(one.product))
        yield Tried(one.product, one.value, Sort.TRY, say=sentence, then="Invite its seller to register it")


INSIGHT = Insight(
    code="OPP101",
    name="unregistered-sku-sells",
    detect=detect,
    is_fact=True,
    examples=(
        example("""
value by category
| category | 0    |
| Beauty   | 1000 |
unregistered
| product | value |
| P-1        | 120   |
| P-2        | 5     |
try: P-1 sold $120 without being registered, as much as 12% of GMV
"""),
    ),
)
