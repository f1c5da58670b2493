"""The campaign ended below its GMV target, and this is where it was lacking.

The categories that missed share the shortfall; one that beat its target covers part of it.
"""

from collections.abc import Iterator

from campaignctl.domain.sentences import say
from campaignctl.insights.evidence import Evidence
from campaignctl.insights.example import example
from campaignctl.insights.insight import Insight, Sort, Tried
from campaignctl.insights.plans import planned
from campaignctl.metrics.ledger import TOTAL


def detect(evidence: Evidence) -> Iterator[Tried]:
    """Tell the campaign's shortfall and the category that lacks most."""
    sold, target = evidence.ledger.value("gmv"), evidence.ledger.value("gmv", TOTAL.on("target"))
    if sold is None or not target:
        return
    if float(sold) >= float(target):
        yield Tried("gmv", 0, Sort.LOST)
        return
    short = evidence.minor(float(target) - float(sold))
    lacks = evidence.money("campaign_short", "gmv", short)
    worst = max(planned(evidence.ledger, "category"), key=lambda one: one.target - one.sold, default=None)
    if worst is None or worst.sold >= worst.target:
        yield Tried("gmv", short, Sort.LOST, say=say(f"The campaign lacked {lacks} of its {evidence.target}"))
        return
    part = evidence.money("campaign_short_in", worst.key, evidence.minor(worst.target - worst.sold))
    sentence = say(
        f"The campaign lacked {lacks} of its {evidence.target}; {{name}} alone lacked {part}",
        name=evidence.called(worst.key),
    )
    yield Tried("gmv", short, Sort.LOST, say=sentence, then="Plan that category again from what it sold")


INSIGHT = Insight(
    code="TGT104",
    name="campaign-missed-target",
    detect=detect,
    is_fact=True,
    see=("TGT101",),
    examples=(
        example("""
figures
| metric | scope    | key    | value |
| gmv    | total    |        | 1500  |
| gmv    | category | Beauty | 900   |
| gmv    | category | Toys   | 600   |
targets
| metric | scope    | key    | value |
| gmv    | total    |        | 1700  |
| gmv    | category | Beauty | 850   |
| gmv    | category | Toys   | 850   |
lost: The campaign lacked $200 of its target; Toys alone lacked $250
"""),
    ),
)
