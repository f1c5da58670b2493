"""A category was sold at a deeper discount than usual and did not sell more units for it.

The discount went to buyers who would have come anyway; the money is what the deeper cut cost.
"""

from collections.abc import Iterator

from campaignctl.domain.document import say
from campaignctl.insights.depth import depth_of
from campaignctl.insights.evidence import Evidence
from campaignctl.insights.example import example
from campaignctl.insights.insight import Insight, Sort, Tried
from campaignctl.methods.own_past import change

LEAST_DEEPER = 0.03
"""Three points deeper are worth a word."""


def detect(evidence: Evidence) -> Iterator[Tried]:
    """Try whether depth rose; told where it did and units, by their interval, may not have."""
    depths = {depth.key: depth for depth in depth_of(evidence, "category")}
    for units in evidence.history.rows("units", "category"):
        depth, moved = depths.get(units.key), change(units.past, units.now)
        if depth is None or moved is None:
            continue
        if depth.deeper < LEAST_DEEPER or moved.low > 0:
            yield Tried(units.key, round(abs(depth.deeper) * depth.listed), Sort.STOP, depth.p)
            continue
        cost = round(depth.deeper * depth.listed)
        points = evidence.points("deeper", units.key, depth.deeper)
        money = evidence.money("deeper_cost", units.key, cost)
        effect, sure = evidence.change("units", units.key, moved)
        words = f"{{name}} was discounted {points} deeper for {money}; its units moved by {effect}"
        sentence = say(words, name=evidence.called(units.key))
        yield Tried(units.key, cost, Sort.STOP, depth.p, sentence, sure, "Test it at its usual depth")


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
| Toys     | 950 | 988 | 931 | 960 | 1650 |
stop: Beauty was discounted +20.01 pp deeper for $204; its units moved by +1%
"""),
    ),
)
