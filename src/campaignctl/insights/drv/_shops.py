"""What each shop's products of one category were seen and bought, in the product list before and in the campaign's."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from math import log1p

from campaignctl.insights.evidence import Evidence
from campaignctl.methods.against_others import apart
from campaignctl.methods.own_past import Change

CLEAR = 0.02
"""What chance does less often than this is set aside."""
_HALF = 0.5
"""Added to counts, so that a shop where nobody bought has a conversion too."""


@dataclass(slots=True)
class Shop:
    """Visitors and buyers of both lists; ``value`` is of the campaign, ``value_before`` of before, in minor units."""

    visitors_before: int = 0
    buyers_before: int = 0
    value_before: int = 0
    visitors: int = 0
    buyers: int = 0
    value: int = 0

    @property
    def conversion(self) -> float:
        """Conversion in the campaign over that before."""
        before = (self.buyers_before + _HALF) / (self.visitors_before + _HALF)
        return (self.buyers + _HALF) / (self.visitors + _HALF) / before

    @property
    def traffic(self) -> float:
        """Visitors in the campaign over those before."""
        return (self.visitors + _HALF) / (self.visitors_before + _HALF)


def shops_of(evidence: Evidence) -> dict[str, list[Shop]]:
    """Return every shop that had visitors in both lists, by category."""
    found: dict[tuple[str, str], Shop] = {}
    for cell in evidence.funnels:
        if cell.seller and cell.category:
            shop = found.setdefault((cell.category, cell.seller), Shop())
            for step in Shop.__slots__:
                setattr(shop, step, getattr(shop, step) + getattr(cell, step))
    by_category: dict[str, list[Shop]] = {}
    for (category, _), shop in sorted(found.items()):
        if shop.visitors and shop.visitors_before:
            by_category.setdefault(category, []).append(shop)
    return by_category


def against_the_rest(
    shops: dict[str, list[Shop]], ratio: Callable[[Shop], float]
) -> Iterator[tuple[str, list[Shop], Change]]:
    """Yield each category with its shops and how far their ratios lie from those of all others.

    The one furthest off is set aside before the others are tried: what pulls the rest down would lift each of them. Of
    two nobody can say which one moved, and both are tried.
    """
    pool = dict(shops)
    while True:
        tests = [(of, found) for of, mine in pool.items() if (found := _apart(mine, _others(of, pool), ratio))]
        clear = [each for each in tests if each[1].p <= CLEAR]
        told = [max(clear, key=lambda each: abs(log1p(each[1].effect)))] if clear and len(pool) > 2 else tests
        yield from ((of, shops[of], found) for of, found in told)
        if told is tests:
            return
        del pool[told[0][0]]


def _apart(ones: list[Shop], others: list[Shop], ratio: Callable[[Shop], float]) -> Change | None:
    return apart([ratio(shop) for shop in ones], [ratio(shop) for shop in others])


def _others(category: str, shops: dict[str, list[Shop]]) -> list[Shop]:
    return [shop for of, theirs in shops.items() if of != category for shop in theirs]
