"""A product turns far more of its visitors into buyers than its category's others, and hardly anybody sees it.

With the visitors of a usual product it would bring more for no more discount: a slot, a pin or an ad is enough to try.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from statistics import median

from campaignctl.domain.sentences import say
from campaignctl.insights.evidence import Evidence
from campaignctl.insights.example import example
from campaignctl.insights.insight import Insight, Sort, Tried
from campaignctl.methods.own_past import Change
from campaignctl.methods.two_shares import against

BETTER, HARDLY, LEAST_OTHERS = 1.5, 0.5, 4
"""Its conversion beyond half as much again as the others', its visitors at most half the median product's."""


@dataclass(slots=True)
class _Product:
    """A product over all channels; ``visitors`` and ``value`` are of the campaign, ``came`` and ``bought`` of both lists."""

    category: str
    kept: float | None
    visitors: int = 0
    buyers: int = 0
    value: int = 0
    came: int = 0
    bought: int = 0


def detect(evidence: Evidence) -> Iterator[Tried]:
    """Try every product that is hardly seen against the others of its category."""
    products = _products(evidence)
    for key, product in products.items():
        others = [one for name, one in products.items() if name != key and one.category == product.category]
        if len(others) < LEAST_OTHERS or not product.buyers:
            continue
        usual = median(one.visitors for one in others)
        if product.visitors > HARDLY * usual:
            continue
        whole = sum(one.bought for one in others), sum(one.came for one in others)
        found = against(product.bought, product.came, *whole, least=BETTER)
        if found is not None:
            yield _told(evidence, key, product, round(usual), found)


def _products(evidence: Evidence) -> dict[str, _Product]:
    """Return every product that was seen in the campaign, by its ID."""
    found: dict[str, _Product] = {}
    for cell in evidence.funnels:
        if cell.product and cell.category:
            one = found.setdefault(cell.product, _Product(cell.category, cell.kept))
            for step in ("visitors", "buyers", "value"):
                setattr(one, step, getattr(one, step) + getattr(cell, step))
            one.came += cell.visitors + cell.visitors_before
            one.bought += cell.buyers + cell.buyers_before
    return {key: one for key, one in found.items() if one.visitors and one.bought <= one.came}


def _told(evidence: Evidence, key: str, product: _Product, usual: int, found: Change) -> Tried:
    """Return the test in words; its money is what the visitors it lacks bring at the low end of its conversion."""
    rate = found.usual * (1 + max(found.low, 0))
    more = (usual - product.visitors) * rate * product.value / product.buyers
    money = round(more * (1 if product.kept is None else product.kept))
    if found.effect <= BETTER - 1 or money <= 0:
        return Tried(key, max(money, 0), Sort.TRY, found.p)
    own = evidence.share("unseen_bought", key, product.bought / product.came)
    theirs = evidence.share("unseen_usual", key, found.usual)
    seen, median_seen = (
        evidence.count(word, key, count) for word, count in (("unseen", product.visitors), ("seen", usual))
    )
    worth = evidence.money("unseen", key, money)
    _, sure = evidence.change("unseen", key, found, "its conversion")
    after = "in sales" if product.kept is None else "after product cost"
    sentence = say(
        f"{own} of {{name}}'s visitors bought, {theirs} elsewhere in its category; the usual {median_seen} "
        f"visitors, not {seen}, bring {worth} more {after}",
        name=evidence.called(key),
    )
    return Tried(key, money, Sort.TRY, found.p, sentence, sure, "Give it a slot, a pin or ads")


INSIGHT = Insight(
    code="OPP103",
    name="product-converts-and-is-hardly-seen",
    detect=detect,
    see=("OPP101", "DRV103"),
    examples=(
        example("""
funnels
| product | category | visitors_before | visitors | buyers_before | buyers | value | kept |
| P-1     | Beauty   | 100             | 150      | 20            | 30     | 900   | 0.5  |
| P-2     | Beauty   | 1000            | 1200     | 40            | 50     | 1500  | 0.5  |
| P-3     | Beauty   | 1000            | 1200     | 45            | 50     | 1500  | 0.5  |
| P-4     | Beauty   | 900             | 1000     | 40            | 40     | 1500  | 0.5  |
| P-5     | Beauty   | 900             | 1000     | 40            | 40     | 1500  | 0.5  |
names
| id  | name      |
| P-1 | Clay Mask |
try: 20.0% of Clay Mask's visitors bought, 4.2% elsewhere in its category; the usual 1,100 visitors, not 150, bring $2,196 more after product cost
"""),
        example("""
funnels
| product | category | visitors_before | visitors | buyers_before | buyers | value |
| P-1     | Beauty   | 100             | 150      | 5             | 8      | 240   |
| P-2     | Beauty   | 1000            | 1200     | 40            | 50     | 1500  |
| P-3     | Beauty   | 1000            | 1200     | 45            | 50     | 1500  |
| P-4     | Beauty   | 900             | 1000     | 40            | 40     | 1500  |
| P-5     | Beauty   | 900             | 1000     | 40            | 40     | 1500  |
"""),
    ),
)
