"""Every key of a dimension against all others, each by its own past: only what moved apart from the rest is told.

A campaign lifts nearly everything: that a category sold more than usual says little of the category. What it sold
beyond, or short of, the pace of the rest does. One that moved far drags the pace that the others are held against: the
one furthest from chance is set aside first, and the rest is compared without it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import log
from statistics import median

from campaignctl.domain.sentences import say
from campaignctl.insights.evidence import Evidence
from campaignctl.insights.history import Row, together
from campaignctl.insights.insight import Sort, Tried
from campaignctl.methods.own_past import Change, change

LEAST_SHARE, LEADS, CLEAR = 0.03, 2 / 3, 0.02
"""A move worth less than this share of GMV is never named a cause: usual weeks move as much. A key with more than two
thirds of all sales, now or usually, leads: it is told apart only where it, and not the rest, left its past. What chance
does less often than ``CLEAR`` is set aside."""


@dataclass(frozen=True, slots=True)
class Apart:
    """A key, all the others it was held against, and how its share of theirs moved."""

    row: Row
    rest: Row
    found: Change

    @property
    def money(self) -> int:
        """What it sold beyond the pace of the rest, in minor units; negative where it fell short."""
        return round(self.row.now - self.found.usual * self.rest.now)


def moves(evidence: Evidence, dimension: str, repeat: str, mend: str) -> Iterator[Tried]:
    """Yield a test for each key with a past beside others; those apart by little money are tried, and not told."""
    for one in _apart(evidence.history.rows("value", dimension), LEAST_SHARE * evidence.gmv):
        sort = Sort.WORKS if one.money > 0 else Sort.LOST
        own, others = change(one.row.past, one.row.now), change(one.rest.past, one.rest.now)
        if abs(one.money) < LEAST_SHARE * evidence.gmv or own is None or others is None:
            yield Tried(one.row.key, abs(one.money), sort, one.found.p)
        else:
            then = repeat if one.money > 0 else mend
            yield _told(evidence, dimension, one, (own, others), then)


def _told(evidence: Evidence, dimension: str, one: Apart, moved: tuple[Change, Change], then: str) -> Tried:
    key, (own, others) = one.row.key, moved
    sold = evidence.money(f"{dimension}_sold", key, one.row.now)
    usual = evidence.usual(dimension, key, round(own.usual))
    effect = evidence.share(dimension, key, own.effect, signed=True)
    beside = evidence.share(f"beside_{dimension}", key, others.effect, signed=True)
    money = evidence.money(f"{dimension}_apart", key, abs(one.money))
    _, sure = evidence.change(f"{dimension}_apart", key, one.found, "against the rest")
    sort, side = (Sort.WORKS, "more") if one.money > 0 else (Sort.LOST, "less")
    words = f"{{name}} sold {sold}, {effect} on its usual {usual}; the rest {beside}, {money} {side} than at that pace"
    sentence = say(words, name=evidence.called(key))
    return Tried(key, abs(one.money), sort, one.found.p, sentence, sure, then)


def _apart(rows: Sequence[Row], weighty: float) -> Iterator[Apart]:
    """Yield every key of ``weighty`` sales against the others; the furthest from the middle is set aside each time.

    One that sold less, now and usually, cannot have moved by as much: it is part of the rest, and no test.
    """
    pool = [row for row in rows if row.past]
    while True:
        heavy = [row for row in pool if max(row.now, _usual(row)) >= weighty]
        tests = list(_tests(heavy, pool))
        clear = [one for one in tests if one.found.p <= CLEAR]
        if not clear:
            yield from tests
            return
        middle = median(_moved(row) for row in heavy)
        furthest = max(clear, key=lambda one: (round(abs(_moved(one.row) - middle), 9), abs(_moved(one.row))))
        yield furthest
        pool.remove(furthest.row)


def _tests(rows: Sequence[Row], pool: Sequence[Row]) -> Iterator[Apart]:
    """Yield each row against all others of the pool."""
    whole = together(pool)
    for row in rows:
        one = against(row, whole.without(row))
        if one is not None and not _drags(one):
            yield one


def against(row: Row, rest: Row) -> Apart | None:
    """Return ``row`` against ``rest``; None where either sold nothing in any stretch, or the past is too short."""
    if rest.now <= 0 or not row.past or not all(each > 0 for each in rest.past) or len(rest.past) != len(row.past):
        return None
    found = change([own / others for own, others in zip(row.past, rest.past, strict=True)], row.now / rest.now)
    return None if found is None else Apart(row, rest, found)


def _drags(one: Apart) -> bool:
    """Return whether a key leads and it is the rest that moved: the others' own tests tell that, and name it better."""
    row, rest = one.row, one.rest
    share = max(row.now / (row.now + rest.now), sum(row.past) / (sum(row.past) + sum(rest.past)))
    return share > LEADS and abs(_moved(row)) < abs(_moved(rest))


def _usual(row: Row) -> float:
    return sum(row.past) / len(row.past)


def _moved(row: Row) -> float:
    """Return the logarithm of a row's move from its own mean; nothing where it never sold."""
    return log(row.now / _usual(row)) if row.now > 0 and any(row.past) else 0.0
