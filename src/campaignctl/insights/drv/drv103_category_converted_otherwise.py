"""Of one category's visitors fewer (or more) bought than before, by another measure than in the other categories.

Visitors came: what kept them from buying lies on the page, in the price or in the stock. Shops are compared, each by
its own conversion in both product lists, so that what moved the whole market drops out.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from campaignctl.domain.document import say
from campaignctl.insights.evidence import Evidence
from campaignctl.insights.example import example
from campaignctl.insights.insight import Insight, Sort, Tried
from campaignctl.methods.against_others import apart
from campaignctl.methods.own_past import Change

_HALF = 0.5
"""Added to buyers and visitors, so that a shop where nobody bought has a conversion too."""


@dataclass(slots=True)
class _Shop:
    """What one shop's products of one category did in both lists; ``value`` is of the campaign, in minor units."""

    visitors_before: int = 0
    buyers_before: int = 0
    visitors: int = 0
    buyers: int = 0
    value: int = 0

    @property
    def ratio(self) -> float:
        """Conversion in the campaign over that before."""
        before = (self.buyers_before + _HALF) / (self.visitors_before + _HALF)
        return (self.buyers + _HALF) / (self.visitors + _HALF) / before


def detect(evidence: Evidence) -> Iterator[Tried]:
    """Try every category's conversion against that of all others."""
    shops = _shops(evidence)
    for category in sorted({of for of, _ in shops}):
        mine = [shop for (of, _), shop in shops.items() if of == category]
        others = [shop.ratio for (of, _), shop in shops.items() if of != category]
        found = apart([shop.ratio for shop in mine], others)
        if found is not None:
            yield _told(evidence, category, mine, found)


def _told(evidence: Evidence, category: str, mine: list[_Shop], found: Change) -> Tried:
    """Return the test in words; its money is what the same visitors would have brought, had they bought like others."""
    money = round(sum(shop.value for shop in mine) * abs(1 - 1 / (1 + found.effect)))
    now = sum(shop.buyers for shop in mine) / sum(shop.visitors for shop in mine)
    before = sum(shop.buyers_before for shop in mine) / sum(shop.visitors_before for shop in mine)
    rate = evidence.share("conversion_now", category, now)
    usual = evidence.share("conversion_before", category, before)
    effect, sure = evidence.change("conversion", category, found)
    worth, more = evidence.money("conversion", category, money), found.effect > 0
    sentence = say(
        f"Of the visitors of {{name}} {rate} bought, {usual} before: {effect} against the other categories, "
        f"about {worth} {'more' if more else 'less'}",
        name=evidence.called(category),
    )
    sort, then = (Sort.WORKS, "Look for what its pages did") if more else (Sort.LOST, "Look at its pages and prices")
    return Tried(category, money, sort, found.p, sentence, sure, then)


def _shops(evidence: Evidence) -> dict[tuple[str, str], _Shop]:
    """Return every shop of every category that had visitors in both lists."""
    found: dict[tuple[str, str], _Shop] = {}
    for cell in evidence.funnels:
        if cell.seller and cell.category:
            shop = found.setdefault((cell.category, cell.seller), _Shop())
            for step in _Shop.__slots__:
                setattr(shop, step, getattr(shop, step) + getattr(cell, step))
    return {key: shop for key, shop in found.items() if shop.visitors and shop.visitors_before}


INSIGHT = Insight(
    code="DRV103",
    name="category-converted-otherwise",
    detect=detect,
    see=("DRV102",),
    examples=(
        example("""
funnels
| product | channel | seller | category | visitors_before | visitors | buyers_before | buyers | value_before | value |
| P-1     | LIVE    | S-001  | Kitchen  | 1000            | 1200     | 40            | 30     | 500          | 400   |
| P-2     | LIVE    | S-002  | Kitchen  | 1000            | 1200     | 50            | 36     | 500          | 400   |
| P-3     | LIVE    | S-003  | Beauty   | 1000            | 1200     | 40            | 50     | 500          | 600   |
| P-4     | LIVE    | S-004  | Beauty   | 1000            | 1200     | 50            | 58     | 500          | 600   |
| P-5     | LIVE    | S-005  | Toys     | 1000            | 1200     | 40            | 47     | 500          | 600   |
| P-6     | LIVE    | S-006  | Toys     | 1000            | 1200     | 50            | 62     | 500          | 600   |
lost: Of the visitors of Kitchen 2.75% bought, 4.50% before: −39% against the other categories, about $505 less
"""),
        example("""
funnels
| product | channel | visitors_before | visitors | buyers_before | buyers | value_before | value |
| P-1     | LIVE    | 1000            | 1200     | 40            | 30     | 500          | 400   |
"""),
    ),
)
