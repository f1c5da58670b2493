"""A share of sales that came back or was cancelled, by key: the campaign's against its own past."""

from collections.abc import Iterator

from campaignctl.domain.sentences import say
from campaignctl.insights.evidence import Evidence
from campaignctl.insights.insight import Sort, Tried
from campaignctl.methods.own_past_share import share_change

LEAST_POINTS = 0.01


def worse(evidence: Evidence, measure: str, dimension: str, verb: str, then: str) -> Iterator[Tried]:
    """Yield a test for each key; told are those whose share rose by a point or more beyond its usual spread."""
    sales, units = (evidence.history.by_key(of, dimension) for of in ("value", "units"))
    for part in evidence.history.rows(measure, dimension):
        whole, counted = sales.get(part.keys), units.get(part.keys)
        if whole is None or counted is None or not whole.now:
            continue
        one = (sum(whole.past) + whole.now) / max(sum(counted.past) + counted.now, 1)
        found = share_change(part.past, whole.past, part.now, whole.now, one)
        if found is None:
            continue
        cost = round(abs(found.points) * whole.now)
        if found.points < LEAST_POINTS:
            yield Tried(part.key, cost, Sort.WATCH, found.p)
            continue
        share = evidence.share(f"{measure}_share", part.key, part.now / whole.now)
        usual = evidence.share(f"{measure}_usual", part.key, found.usual)
        money = evidence.money(f"{measure}_more", part.key, cost)
        words = f"{{name}} {verb} {share} of its sales, usually {usual}: {money} more"
        sentence, sure = say(words, name=evidence.called(part.key)), evidence.share_change(measure, part.key, found)
        yield Tried(part.key, cost, Sort.LOST, found.p, sentence, sure, then)
