"""Which targets may stand: a part's target above the whole campaign's is a slip of the plan, not money lost.

Most often it is a currency or a few zeros. Who counts shortfalls leaves it out, and one insight questions it.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from campaignctl.metrics.ledger import TOTAL, At, Ledger

TARGET = "target"


@dataclass(frozen=True, slots=True)
class Planned:
    """A key with its GMV and its target, both in major units; ``plan`` is the id of the target's figure."""

    key: str
    sold: float
    target: float
    plan: str


def is_beyond(ledger: Ledger, at: At) -> bool:
    """Return whether the GMV target of a place is larger than that of the campaign it is a part of."""
    whole, part = ledger.value("gmv", TOTAL.on(TARGET)), ledger.value("gmv", at.on(TARGET))
    return bool(whole) and part is not None and float(part) > float(whole or 0)


def planned(ledger: Ledger, scope: str) -> list[Planned]:
    """Return every key of a scope whose sales are known and whose target may stand."""
    return [one for one in _planned(ledger, scope) if not is_beyond(ledger, At(scope, one.key))]


def beyond(ledger: Ledger, scope: str) -> list[Planned]:
    """Return every key of a scope whose target is larger than that of the campaign."""
    return [one for one in _planned(ledger, scope) if is_beyond(ledger, At(scope, one.key))]


def _planned(ledger: Ledger, scope: str) -> Iterator[Planned]:
    for figure in [*ledger.figures.values()]:
        if not figure.id.startswith(f"gmv.{scope}.") or not figure.id.endswith(f"@{TARGET}") or not figure.value:
            continue
        key = figure.dimensions[scope]
        sold = ledger.value("gmv", At(scope, key))
        if sold is not None:
            yield Planned(key, float(sold), float(figure.value), figure.id)
