"""How deep a key was discounted, in the campaign and usually before it."""

from dataclasses import dataclass

from campaignctl.insights.evidence import Evidence
from campaignctl.insights.history import Row, together
from campaignctl.methods.own_past import change


@dataclass(frozen=True, slots=True)
class Depth:
    """Share off list of one key: the campaign's, and the mean of the stretches before; ``listed`` is its list value.

    ``p`` is how often chance alone moves its depth as far; None where its past does not tell. ``others`` is by how much
    all other keys together were deeper than usual, 0 where there are none.
    """

    key: str
    now: float
    usual: float
    listed: int
    p: float | None = None
    others: float = 0.0

    @property
    def deeper(self) -> float:
        """By how much the campaign was deeper, as a difference of shares."""
        return self.now - self.usual


def depth_of(evidence: Evidence, dimension: str) -> list[Depth]:
    """Return the depth of every key with a list value in the campaign and in a stretch before it."""
    value, lists = evidence.history.by_key("value", dimension), evidence.history.rows("list_value", dimension)
    whole, every, found = together([*value.values()]), together(lists), []
    for listed in lists:
        paid = value.get(listed.keys)
        kept = [] if paid is None else _kept(paid, listed)
        if paid is not None and kept and listed.now > 0:
            usual, off = 1 - sum(kept) / len(kept), change(kept, paid.now / listed.now)
            others = _deeper(whole.without(paid), every.without(listed))
            found.append(
                Depth(listed.key, 1 - paid.now / listed.now, usual, listed.now, off.p if off else None, others)
            )
    return found


def _kept(paid: Row, listed: Row) -> list[float]:
    return [v / w for v, w in zip(paid.past, listed.past, strict=True) if w > 0]


def _deeper(paid: Row, listed: Row) -> float:
    kept = _kept(paid, listed)
    return sum(kept) / len(kept) - paid.now / listed.now if kept and listed.now > 0 else 0.0
