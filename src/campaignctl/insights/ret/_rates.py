"""A share of sales that came back or was cancelled, by key: the campaign's against its own past."""

from collections.abc import Iterator

from campaignctl.domain.document import say
from campaignctl.insights.evidence import Evidence
from campaignctl.insights.insight import Sort, Tried
from campaignctl.methods.own_past import change

LEAST_POINTS = 0.01


def worse(evidence: Evidence, measure: str, dimension: str, verb: str, then: str) -> Iterator[Tried]:
    """Yield a test for each key; told are those whose share rose by a point or more beyond its usual spread."""
    sales = evidence.history.by_key("value", dimension)
    for part in evidence.history.rows(measure, dimension):
        whole = sales.get(part.keys)
        if whole is None or not whole.now:
            continue
        before = [a / b for a, b in zip(part.past, whole.past, strict=True) if b > 0]
        rate = part.now / whole.now
        found = change(before, rate)
        if found is None:
            continue
        more = rate - found.usual
        cost = round(abs(more) * whole.now)
        if more < LEAST_POINTS:
            yield Tried(part.key, cost, Sort.WATCH, found.p)
            continue
        share = evidence.share(f"{measure}_share", part.key, rate)
        usual = evidence.share(f"{measure}_usual", part.key, found.usual)
        money = evidence.money(f"{measure}_more", part.key, cost)
        _, sure = evidence.change(measure, part.key, found, "its share")
        words = f"{{name}} {verb} {share} of its sales, usually {usual}: {money} more"
        sentence = say(words, name=evidence.called(part.key))
        yield Tried(part.key, cost, Sort.LOST, found.p, sentence, sure, then)
