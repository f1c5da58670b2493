"""What a promotion can cost the platform at worst: every unit kept for it sold, every claim of it used.

A promotion on products pays its part on each unit of stock; a coupon its part of the most it takes off, as often as it
can be claimed. Nobody can use a coupon more often than the stock it reaches is worth its minimum spend.
"""

import numpy as np

from campaignctl.pricing.items import UNKNOWN, amounts
from campaignctl.pricing.offers import Kind, Offer
from campaignctl.pricing.paths import PricePaths
from campaignctl.pricing.shares import WHOLE, Ints, shares_of
from campaignctl.pricing.unit_price import asked_price


def worst_cases(paths: PricePaths) -> tuple[int | None, ...]:
    """Return for every offer the most platform money it can take, in minor units; None where nothing bounds it."""
    return tuple(_worst_case(paths, number, offer) for number, offer in enumerate(paths.offers))


def _worst_case(paths: PricePaths, number: int, offer: Offer) -> int | None:
    if offer.kind is Kind.BESIDE:
        return None
    if offer.seller_pays == WHOLE:
        return 0
    if paths.stack.sets_price(paths.stack.slots[number].layer):
        return _on_units(offer, *_units(paths, number))
    return _on_claims(paths, number, offer)


def _units(paths: PricePaths, number: int) -> tuple[Ints, Ints]:
    """Return what the platform adds to each unit of the items whose price an offer sets, and how many units there are.

    Items that the offer names count where it sets their price at some time, with the stock of the line; items that it
    holds for anyway with all their stock.
    """
    named, items, terms = paths.named, paths.items, paths.stack.terms
    rows = np.flatnonzero((named.offer == number) & paths.survey.set_price)
    wide = np.setdiff1d(paths.reached(number), named.item[named.offer == number])
    item = np.concatenate([named.item[rows], wide])
    typed = np.concatenate([named.price[rows], np.full(len(wide), UNKNOWN)])
    listed = items.listed[item]
    asked = asked_price(terms, np.int64(number), listed, typed, paths.stack.rounding)
    off = np.where((asked >= 0) & (asked < listed), listed - asked, 0)
    stock = amounts(paths.lines["stock"])
    own = np.where(named.line[rows] >= 0, stock[named.line[rows]], items.stock[named.item[rows]])
    part = off - shares_of(off, terms.seller_pays[number])
    return np.minimum(part, terms.platform_cap[number]), np.concatenate([own, items.stock[wide]])


def _on_units(offer: Offer, part: Ints, stock: Ints) -> int | None:
    paid = part > 0
    part, stock = part[paid], stock[paid]
    if offer.quantity is None:
        return None if (stock == UNKNOWN).any() else int((part * stock).sum())
    order = np.argsort(-part, kind="stable")
    stock = np.where(stock == UNKNOWN, offer.quantity, stock)[order]
    before = stock.cumsum() - stock
    return int((part[order] * np.clip(offer.quantity - before, 0, stock)).sum())


def _on_claims(paths: PricePaths, number: int, offer: Offer) -> int | None:
    """Return the least of two bounds: claims times the most of one, and a percentage of everything in stock."""
    reached = paths.reached(number)
    stock, listed = paths.items.stock[reached], np.maximum(paths.items.listed[reached], 0)
    claims = [] if offer.quantity is None else [offer.quantity]
    bounds = []
    if not (stock == UNKNOWN).any():
        worth, units = int((stock * listed).sum()), int(stock.sum())
        spend = min(step.spend for step in offer.steps)
        claims += [units // min(step.units for step in offer.steps), worth // spend if spend else units]
        if offer.kind is Kind.PERCENT:
            deepest = max(step.percent for step in offer.steps)
            bounds.append(_platform_part(offer, int(shares_of(worth, min(deepest, WHOLE)))))
    one = _of_one_claim(offer, repeats=bool(paths.stack.terms.repeats[number]))
    if claims and one is not None:
        bounds.append(one * min(claims))
    return min(bounds, default=None)


def _of_one_claim(offer: Offer, *, repeats: bool) -> int | None:
    """Return the most that the platform adds to one order; None where nothing bounds it."""
    most = [max(step.amount for step in offer.steps)] if offer.kind is Kind.AMOUNT and not repeats else []
    most += [] if offer.max_discount is None else [offer.max_discount]
    parts = [_platform_part(offer, off) for off in most] + ([] if offer.platform_cap is None else [offer.platform_cap])
    return min(parts, default=None)


def _platform_part(offer: Offer, off: int) -> int:
    return off - int(shares_of(off, offer.seller_pays))
