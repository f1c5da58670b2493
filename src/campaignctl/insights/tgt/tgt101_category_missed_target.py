"""A category ended below its GMV target.

Whoever answers for it owes an explanation, and the next target should rest on it.
"""

from collections.abc import Iterator

from campaignctl.domain.document import say
from campaignctl.domain.figures import Figure
from campaignctl.insights.evidence import Evidence
from campaignctl.insights.example import example
from campaignctl.insights.insight import Insight, Sort, Tried
from campaignctl.metrics.ledger import At

LEAST_MISS = 0.02
"""A miss of less than two per cent is on target."""


def detect(evidence: Evidence) -> Iterator[Tried]:
    """Tell every category whose GMV lies two per cent or more below its target."""
    for seen in sorted(figure.dimensions["category"] for figure in _categories(evidence)):
        at = At("category", seen)
        sold, target = evidence.ledger.value("gmv", at), evidence.ledger.value("gmv", at.on("target"))
        if sold is None or not target or float(sold) >= float(target) * (1 - LEAST_MISS):
            continue
        short = round((float(target) - float(sold)) * 10**evidence.ledger.currency.decimals)
        lacks = evidence.money("category_short", seen, short)
        plan = evidence.ledger.id("gmv", at.on("target"))
        sentence = say(f"{{name}} lacked {lacks} of its target of {{{plan}}}", name=evidence.called(seen))
        yield Tried(seen, short, Sort.LOST, say=sentence, then="Ask its sellers for price, stock and slots")


def _categories(evidence: Evidence) -> list[Figure]:
    return [
        figure
        for figure in evidence.ledger.figures.values()
        if figure.id.startswith("gmv.category.") and figure.id.endswith("@target")
    ]


INSIGHT = Insight(
    code="TGT101",
    name="category-missed-target",
    detect=detect,
    examples=(
        example("""
figures
| metric | scope    | key    | value |
| gmv    | total    |        | 1500  |
| gmv    | category | Beauty | 900   |
| gmv    | category | Toys   | 600   |
targets
| metric | scope    | key    | value |
| gmv    | category | Beauty | 880   |
| gmv    | category | Toys   | 800   |
lost: Toys lacked $200 of its target of $800
"""),
    ),
)
