"""One corner of the campaign, a seller in a channel or a category in one, moved apart from all the rest.

Totals hide it: the category looks a little better, the channel a little better, and one pair of them did it all. The
corner that stands out most of so many always looks striking: it is judged as the best of them.
"""

from collections.abc import Iterator, Sequence
from itertools import combinations

import numpy as np

from campaignctl.domain.sentences import say
from campaignctl.insights.evidence import Evidence
from campaignctl.insights.example import example
from campaignctl.insights.history import Row, together
from campaignctl.insights.insight import Insight, Sort, Tried
from campaignctl.insights.slc._moves import LEAST_SHARE, against
from campaignctl.methods.discoveries import best_of
from campaignctl.methods.own_past import LEAST_PAST
from campaignctl.methods.slices import moved

DIMENSIONS = ("seller", "category", "channel")


def detect(evidence: Evidence) -> Iterator[Tried]:
    """Scan pairs and triples of values against what they would be had they moved as most did."""
    told = evidence.history.rows("value", *DIMENSIONS)
    leaves = [leaf for leaf in told if min(leaf.now, *leaf.past) >= 0]  # a sum below zero is a fault of the data
    if not leaves or len(leaves[0].past) < LEAST_PAST:
        return
    usual = np.array([sum(leaf.past) / len(leaf.past) for leaf in leaves])
    actual = np.array([leaf.now for leaf in leaves], float)
    if not (usual > 0).any():
        return
    grown = float(np.median((actual / np.where(usual > 0, usual, 1))[usual > 0]))
    words = [sorted({leaf.keys[at] for leaf in leaves}) for at in range(len(DIMENSIONS))]
    codes = [[words[at].index(key) for at, key in enumerate(leaf.keys)] for leaf in leaves]
    many = _corners(leaves)
    for found in moved(codes, usual * grown, actual):
        if len(found.names) > 1:
            named = tuple((at, words[at][code]) for at, code in found.names)
            inside = [leaf for leaf in leaves if all(leaf.keys[at] == key for at, key in named)]
            yield _tried(evidence, tuple(key for _, key in named), leaves, inside, many)


def _corners(leaves: Sequence[Row]) -> int:
    """Return how many corners of two or more dimensions there are to choose from."""
    pairs = [*combinations(range(len(DIMENSIONS)), 2), tuple(range(len(DIMENSIONS)))]
    return sum(len({tuple(leaf.keys[at] for at in dimensions) for leaf in leaves}) for dimensions in pairs)


def _tried(evidence: Evidence, keys: tuple[str, ...], leaves: Sequence[Row], inside: Sequence[Row], many: int) -> Tried:
    """Return the test of one corner against all the rest, judged as the most striking of ``many``."""
    name = " · ".join(evidence.called(key) for key in keys)
    corner, rest = together(inside), together([leaf for leaf in leaves if leaf not in inside])
    found = against(corner, rest)
    if found is None:
        return Tried(name, corner.now, Sort.WATCH, 1.0)
    sort, p = Sort.WORKS if found.money > 0 else Sort.LOST, best_of(found.found.p, many)
    if abs(found.money) < LEAST_SHARE * evidence.gmv:
        return Tried(name, abs(found.money), sort, p)
    money = evidence.money("corner_sold", name, corner.now)
    more = evidence.money("corner_apart", name, abs(found.money))
    _, sure = evidence.change("corner", name, found.found, "against the rest")
    side = "more" if found.money > 0 else "less"
    sentence = say(f"{{name}} sold {money}, {more} {side} than if it had moved as the rest", name=name)
    return Tried(name, abs(found.money), sort, p, sentence, sure, "Look at what was different there")


INSIGHT = Insight(
    code="SLC105",
    name="corner-moved",
    detect=detect,
    see=("SLC101", "SLC102", "SLC104"),
    examples=(
        example("""
value by category
| category | 0    |
| Beauty   | 3000 |
value by seller, category, channel
| seller | category | channel | -4  | -3  | -2  | -1  | 0   |
| S-001  | Beauty   | LIVE    | 200 | 210 | 195 | 205 | 900 |
| S-001  | Beauty   | Video   | 200 | 205 | 195 | 200 | 210 |
| S-001  | Toys     | LIVE    | 150 | 155 | 150 | 145 | 160 |
| S-001  | Toys     | Video   | 100 | 105 | 100 | 95  | 105 |
| S-002  | Beauty   | LIVE    | 300 | 310 | 295 | 305 | 315 |
| S-002  | Beauty   | Video   | 300 | 310 | 305 | 295 | 320 |
| S-002  | Toys     | LIVE    | 250 | 260 | 245 | 255 | 270 |
| S-002  | Toys     | Video   | 250 | 240 | 245 | 255 | 260 |
works: S-001 · Beauty · LIVE sold $900, $687 more than if it had moved as the rest
"""),
    ),
)
