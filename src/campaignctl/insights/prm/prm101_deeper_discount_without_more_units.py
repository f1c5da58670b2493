"""A category or a seller was sold at a deeper discount than usual and did not sell more units for it.

The discount went to buyers who would have come anyway; the money is what the deeper cut cost. Told are those whose
units rose by less than the cut had to bring, and may not have risen at all. One seller's weeks swing more than a
category's: there even the upper end of its units has to lie below what the cut had to bring. Where all others sold more
units at a cut as deep, it was not the discount that failed: something else held it back, and other insights ask what.
"""

from collections.abc import Iterator

from campaignctl.domain.sentences import say
from campaignctl.insights.depth import Depth, depth_of
from campaignctl.insights.evidence import Evidence
from campaignctl.insights.example import example
from campaignctl.insights.history import Row, together
from campaignctl.insights.insight import Insight, Sort, Tried
from campaignctl.methods.own_past import Change, change

LEAST_DEEPER = 0.03
"""Three points deeper are worth a word."""


def detect(evidence: Evidence) -> Iterator[Tried]:
    """Try whether depth rose; told where it did and units, by their interval, may not have."""
    for dimension in ("category", "seller"):
        depths, rows = (
            {depth.key: depth for depth in depth_of(evidence, dimension)},
            evidence.history.rows("units", dimension),
        )
        whole = together(rows)
        for units in rows:
            depth, moved = depths.get(units.key), change(units.past, units.now)
            if depth is None or moved is None:
                continue
            cost = round(abs(depth.deeper) * depth.listed)
            swings = dimension == "seller"
            reached = moved.high if swings else moved.effect
            if _beyond(depth, whole.without(units)) < LEAST_DEEPER or moved.low > 0 or reached >= _needed(depth):
                yield Tried(units.key, cost, Sort.STOP, _chance(depth, moved) if swings else depth.p)
            else:
                yield _told(evidence, depth, moved, cost)


def _beyond(depth: Depth, others: Row) -> float:
    """Return by how much it was deeper than usual, and than all others where their cut brought them units."""
    brought = change(others.past, others.now)
    return depth.deeper - max(depth.others, 0) if brought is not None and brought.low > 0 else depth.deeper


def _needed(depth: Depth) -> float:
    """Return by how much units had to rise for sales to stay what they were at the usual depth."""
    return depth.deeper / (1 - depth.now) if depth.now < 1 else float("inf")


def _chance(depth: Depth, moved: Change) -> float | None:
    """Return the chance of deeper *and* no more units: a shop that did sell more must not pass for a discovery."""
    rose = 1 - moved.p / 2 if moved.effect > 0 else moved.p / 2
    return None if depth.p is None else max(depth.p, rose)


def _told(evidence: Evidence, depth: Depth, moved: Change, cost: int) -> Tried:
    points = f"{evidence.points('deeper', depth.key, depth.deeper)[:-1]}!u}}"
    money = evidence.money("deeper_cost", depth.key, cost)
    effect, sure = evidence.change("units", depth.key, moved)
    words = f"{{name}} was discounted {points} deeper for {money}; its units moved by {effect}"
    name = evidence.called(depth.key)
    sentence, then, brief = say(words, name=name), "Test it at its usual depth", f"stop deeper discounts of {name}"
    return Tried(depth.key, cost, Sort.STOP, depth.p, sentence, sure, then, brief=brief, stakes="cost")


INSIGHT = Insight(
    code="PRM101",
    name="deeper-discount-without-more-units",
    detect=detect,
    examples=(
        example("""
units by category
| category | -4  | -3  | -2  | -1  | 0   |
| Beauty   | 100 | 104 | 98  | 101 | 102 |
| Toys     | 100 | 104 | 98  | 101 | 220 |
list_value by category
| category | -4   | -3   | -2   | -1   | 0    |
| Beauty   | 1000 | 1040 | 980  | 1010 | 1020 |
| Toys     | 1000 | 1040 | 980  | 1010 | 2200 |
value by category
| category | -4  | -3  | -2  | -1  | 0    |
| Beauty   | 950 | 988 | 931 | 960 | 765  |
| Toys     | 950 | 988 | 931 | 960 | 1958 |
stop: Beauty was discounted 20.01 pp deeper for $204; its units moved by +1%
"""),
        example("""
units by category
| category | -4  | -3  | -2  | -1  | 0   |
| Beauty   | 100 | 104 | 98  | 101 | 102 |
| Toys     | 100 | 104 | 98  | 101 | 220 |
list_value by category
| category | -4   | -3   | -2   | -1   | 0    |
| Beauty   | 1000 | 1040 | 980  | 1010 | 1020 |
| Toys     | 1000 | 1040 | 980  | 1010 | 2200 |
value by category
| category | -4  | -3  | -2  | -1  | 0    |
| Beauty   | 950 | 988 | 931 | 960 | 765  |
| Toys     | 950 | 988 | 931 | 960 | 1650 |
"""),
        example("""
units by category
| category | -4  | -3  | -2  | -1  | 0   |
| Kitchen  | 100 | 130 | 84  | 91  | 124 |
list_value by category
| category | -4   | -3   | -2  | -1  | 0    |
| Kitchen  | 1000 | 1300 | 840 | 910 | 1240 |
value by category
| category | -4  | -3   | -2  | -1  | 0    |
| Kitchen  | 950 | 1236 | 798 | 864 | 1079 |
"""),
        example("""
units by seller
| seller | -5  | -4  | -3  | -2  | -1  | 0   |
| S-001  | 100 | 104 | 98  | 101 | 99  | 101 |
| S-002  | 100 | 160 | 70  | 90  | 120 | 110 |
list_value by seller
| seller | -5   | -4   | -3   | -2   | -1   | 0    |
| S-001  | 1000 | 1040 | 980  | 1010 | 990  | 1010 |
| S-002  | 1000 | 1600 | 700  | 900  | 1200 | 1100 |
value by seller
| seller | -5  | -4   | -3  | -2  | -1   | 0   |
| S-001  | 950 | 989  | 930 | 960 | 940  | 707 |
| S-002  | 950 | 1521 | 664 | 856 | 1139 | 770 |
stop: S-001 was discounted 25.00 pp deeper for $252; its units moved by +1%
"""),
    ),
)
