"""How deep a key was discounted, in the campaign and usually before it."""

from dataclasses import dataclass

from campaignctl.insights.evidence import Evidence


@dataclass(frozen=True, slots=True)
class Depth:
    """Share off list of one key: the campaign's, and the mean of the stretches before; ``listed`` is its list value."""

    key: str
    now: float
    usual: float
    listed: int

    @property
    def deeper(self) -> float:
        """By how much the campaign was deeper, as a difference of shares."""
        return self.now - self.usual


def depth_of(evidence: Evidence, dimension: str) -> list[Depth]:
    """Return the depth of every key with a list value in the campaign and in a stretch before it."""
    value = evidence.history.by_key("value", dimension)
    found = []
    for listed in evidence.history.rows("list_value", dimension):
        paid = value.get(listed.keys)
        before = [] if paid is None else [1 - v / w for v, w in zip(paid.past, listed.past, strict=True) if w > 0]
        if paid is not None and before and listed.now > 0:
            usual = sum(before) / len(before)
            found.append(Depth(listed.key, 1 - paid.now / listed.now, usual, listed.now))
    return found
