"""What each shop's products of one category were seen and bought, in the product list before and in the campaign's."""

from dataclasses import dataclass

from campaignctl.insights.evidence import Evidence

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


def others_than(category: str, shops: dict[str, list[Shop]]) -> list[Shop]:
    """Return the shops of all categories but one."""
    return [shop for of, theirs in shops.items() if of != category for shop in theirs]
