"""The marketplace's fees on a sale, as far as a price tells them."""

from dataclasses import dataclass
from typing import Any

from campaignctl.marketplaces.schema import Fee, Profile
from campaignctl.pricing.shares import WHOLE, millionths, shares_of

_TOLD = frozenset({"gross_sales", "seller_discount", "platform_discount"})
_BESIDE = frozenset({"customer_shipping"})
"""Shipping stands beside the price, so its part of a fee does too."""


@dataclass(frozen=True, slots=True)
class Charge:
    """A fee of one order line: ``rate`` (millionths) of the measures ``plus`` less those ``minus``, and ``amount``."""

    name: str
    rate: int
    amount: int
    plus: frozenset[str]
    minus: frozenset[str]


def charges_of(profile: Profile) -> tuple[Charge, ...]:
    """Return the fees that gross sales and discounts tell; others hang on refunds or on what a price does not show."""
    return tuple(_charge(fee) for fee in profile.fees if _is_told(fee))


def _charge(fee: Fee) -> Charge:
    plus, minus = frozenset(fee.plus) & _TOLD, frozenset(fee.minus) & _TOLD
    return Charge(fee.name, millionths(fee.rate or 0), fee.amount or 0, plus, minus)


def _is_told(fee: Fee) -> bool:
    measures = {*fee.plus, *fee.minus} - _BESIDE
    return bool(fee.severity) and "gross_sales" in fee.plus and measures <= _TOLD


def fees_on(charges: tuple[Charge, ...], listed: Any, by_seller: Any, by_platform: Any) -> Any:
    """Return the fees of order lines, in minor units, from their totals before discount and what each side pays off."""
    measures = {"gross_sales": listed, "seller_discount": by_seller, "platform_discount": by_platform}
    total = listed * 0
    for charge in charges:
        less = sum(measures[name] for name in charge.minus)
        base = sum(measures[name] for name in charge.plus) - less
        total = total + charge.amount + shares_of(base.clip(0), min(charge.rate, WHOLE))
    return total
