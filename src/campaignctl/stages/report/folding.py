"""A chart has room for eight names: the smaller ones stand together in one bar that says how many they are."""

from collections.abc import Callable, Sequence
from decimal import Decimal

from campaignctl.insights.plans import is_beyond
from campaignctl.metrics.compare import change, gap
from campaignctl.metrics.ledger import At, Key, Ledger, Number
from campaignctl.stages.report.basis import BASELINE, TARGET, Basis
from campaignctl.stages.report.counts import OTHERS, SKUS, TO_TARGET

MOST_ROWS = 8
REST = "(others)"
"""The key under which the small ones stand together; nothing of a team is written in brackets."""

PLURALS = {"category": "categories", "channel": "channels", "promotion": "promotions"}


def folded(basis: Basis, scope: str, keys: Sequence[Key]) -> list[Key]:
    """Return the eight largest of ``keys``, and behind them the key of the rest, whose sums are entered."""
    if len(keys) <= MOST_ROWS + 1:  # one alone is shown under its own name
        return list(keys)
    basis.ledger.enter(OTHERS, len(keys) - MOST_ROWS, At(PLURALS[scope]))
    together(basis, scope, keys[MOST_ROWS:])
    return [*keys[:MOST_ROWS], REST]


def folded_name(basis: Basis, scope: str, key: Key, words: Callable[[Key], str]) -> str:
    """Return a name as ``words`` gives it, or how many the rest are."""
    if key != REST:
        return words(key)
    count = basis.ledger.get(OTHERS.id, At(PLURALS[scope]))
    return f"{count.words} others" if count else "Others"


def together(basis: Basis, scope: str, keys: Sequence[Key], name: str = REST) -> None:
    """Enter the sums of several keys under ``name``; a sum is entered only when every part of it is known."""
    ledger, rest = basis.ledger, At(scope, name)
    for period in ("", TARGET, BASELINE):
        parts = [_may_stand(ledger, At(scope, key), period) for key in keys]
        if all(part is not None for part in parts):
            ledger.enter(basis.gmv, sum((Decimal(str(part)) for part in parts), Decimal(0)), rest.on(period))
    skus = [ledger.value(SKUS.id, At(scope, key)) for key in keys]
    if all(part is not None for part in skus):
        ledger.enter(SKUS, sum(int(part or 0) for part in skus), rest)
    for period in (TARGET, BASELINE):
        gap(ledger, basis.gmv, rest, period)
        change(ledger, basis.gmv, rest, period)
    value, target = ledger.value("gmv", rest), ledger.value("gmv", rest.on(TARGET))
    if value is not None and target:
        ledger.enter(TO_TARGET, float(Decimal(str(value)) / Decimal(str(target))), rest)


def _may_stand(ledger: Ledger, at: At, period: str) -> Number | None:
    """Return the GMV of a period; None for a target that is larger than the campaign's."""
    return None if period == TARGET and is_beyond(ledger, at) else ledger.value("gmv", at.on(period))
