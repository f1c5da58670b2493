"""Who was planned for what, and sold what."""

from collections.abc import Iterator
from dataclasses import dataclass

from campaignctl.domain.document import say
from campaignctl.insights.evidence import Evidence
from campaignctl.insights.insight import Sort, Tried
from campaignctl.metrics.ledger import TOTAL, At


@dataclass(frozen=True, slots=True)
class Planned:
    """A key with its GMV and its target, both in major units; ``plan`` is the id of the target's figure."""

    key: str
    sold: float
    target: float
    plan: str


def planned(evidence: Evidence, scope: str) -> list[Planned]:
    """Return every key of a scope whose sales are known and whose target may stand.

    A part's target above the whole campaign's is a slip of the plan, not money lost; ``beyond`` tells those.
    """
    whole = evidence.ledger.value("gmv", TOTAL.on("target"))
    return [one for one in _planned(evidence, scope) if not whole or one.target <= float(whole)]


def beyond(evidence: Evidence, scope: str) -> list[Planned]:
    """Return every key of a scope whose target is larger than that of the campaign it is a part of."""
    whole = evidence.ledger.value("gmv", TOTAL.on("target"))
    return [one for one in _planned(evidence, scope) if whole and one.target > float(whole)]


def _planned(evidence: Evidence, scope: str) -> list[Planned]:
    found = []
    for figure in [*evidence.ledger.figures.values()]:
        if not figure.id.startswith(f"gmv.{scope}.") or not figure.id.endswith("@target") or not figure.value:
            continue
        key = figure.dimensions[scope]
        sold = evidence.ledger.value("gmv", At(scope, key))
        if sold is not None:
            found.append(Planned(key, float(sold), float(figure.value), figure.id))
    return found


def misses(evidence: Evidence, scope: str, least: float, then: str) -> Iterator[Tried]:
    """Yield every key with a target; told are those that sold less by a share of ``least`` or more."""
    for one in planned(evidence, scope):
        short = evidence.minor(one.target - one.sold)
        if one.sold > one.target * (1 - least):
            yield Tried(one.key, max(short, 0), Sort.LOST)
            continue
        lacks = evidence.money(f"{scope}_short", one.key, short)
        sentence = say(f"{{name}} lacked {lacks} of its target of {{{one.plan}}}", name=evidence.called(one.key))
        yield Tried(one.key, short, Sort.LOST, say=sentence, then=then)
