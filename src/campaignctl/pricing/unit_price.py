"""The price of one unit: what the promotions on products make of the list price, before anything is taken off a basket.

By rank, the promotion whose tool comes first in the marketplace's order sets it, and within a rank the lowest price;
an offer that is not below the price it starts from is no discount and sets nothing.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np

from campaignctl.pricing.batches import Rows
from campaignctl.pricing.items import UNKNOWN, Items
from campaignctl.pricing.nominations import Nominations
from campaignctl.pricing.offers import Kind
from campaignctl.pricing.shares import Bools, Ints, Rounding, shares_of
from campaignctl.pricing.stack import Stack
from campaignctl.pricing.terms import KINDS, NO_BOUND, Terms

MOST_UNITS = 10
"""How many units a basket is tried with where a buyer may take any number."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What one layer made: ``price`` from ``base``, by the offer ``by`` (``UNKNOWN``: none) through a nomination."""

    layer: int
    base: Ints
    price: Ints
    by: Ints
    named: Ints
    unclear: Bools


@dataclass(frozen=True, slots=True)
class Units:
    """Prices per unit; ``by_seller`` is the seller's part of what the layers took off, ``limit`` units per buyer.

    ``platform`` and ``cap`` tell, for each layer in which a cap stands, what the platform adds per unit and the most
    it adds per order.
    """

    price: Ints
    by_seller: Ints
    limit: Ints
    floor: Ints
    live: Bools
    unclear: Bools
    settings: tuple[Setting, ...]
    platform: tuple[Ints, ...] = ()
    cap: tuple[Ints, ...] = ()

    def take(self, at: Ints) -> "Units":
        """Return the rows at some positions, without what only an explanation needs."""
        return Units(
            price=self.price[at],
            by_seller=self.by_seller[at],
            limit=self.limit[at],
            floor=self.floor[at],
            live=self.live[at],
            unclear=self.unclear[at],
            settings=(),
            platform=tuple(each[at] for each in self.platform),
            cap=tuple(each[at] for each in self.cap),
        )


def unit_prices(rows: Rows, stack: Stack, items: Items, named: Nominations) -> Units:
    """Return what one unit costs in every row, and who paid for that."""
    price, settings = rows.listed, []
    for layer in range(len(stack.layers)):
        if stack.sets_price(layer):
            settings.append(_set(rows, stack, named, layer, price))
            price = settings[-1].price
    nobody = np.zeros(len(rows), dtype=bool)
    by_seller, limit, floor = rows.listed * 0, np.full(len(rows), NO_BOUND), items.floor[rows.item]
    live, unclear, platform, cap = nobody, nobody, [], []
    for setting in settings:
        seller = shares_of(setting.base - setting.price, stack.terms.seller_pays[setting.by])
        by_seller = by_seller + seller
        limit = np.minimum(limit, _limit(setting, stack.terms, named))
        floor = np.where(setting.named >= 0, named.floor[setting.named], floor) if len(named) else floor
        live = live | (stack.terms.live[setting.by] & (setting.by >= 0))
        unclear = unclear | setting.unclear
        caps = stack.terms.platform_cap[setting.by]
        if (caps[setting.by >= 0] < NO_BOUND).any():
            platform.append(setting.base - setting.price - seller)
            cap.append(caps)
    limit = np.where(limit == NO_BOUND, MOST_UNITS, limit)
    return Units(price, by_seller, limit, floor, live, unclear, tuple(settings), tuple(platform), tuple(cap))


def _limit(setting: Setting, terms: Terms, named: Nominations) -> Ints:
    wide = np.where(setting.by >= 0, terms.limit[setting.by], NO_BOUND)
    if not len(named):
        return wide
    own = named.limit[setting.named]
    return np.where(setting.named >= 0, np.where(own == UNKNOWN, NO_BOUND, own), wide)


def _set(rows: Rows, stack: Stack, named: Nominations, layer: int, base: Ints) -> Setting:
    terms, by_rank = stack.terms, stack.layers[layer].combine == "by rank"
    price = base
    by, through = np.full(len(rows), UNKNOWN), np.full(len(rows), UNKNOWN)
    best = np.full(len(rows), NO_BOUND)
    fits = []
    for slot, offer, row in zip(rows.slots, rows.offers, rows.named, strict=True):
        if slot.layer != layer:
            continue
        asked = asked_price(terms, offer, base, _typed(named, row), stack.rounding)
        fit = (asked >= 0) & (asked < base)
        rank = terms.rank[offer] if by_rank else 0
        better = fit & ((rank < best) | ((rank == best) & (asked < price)))
        price, by = np.where(better, asked, price), np.where(better, offer, by)
        best, through = np.where(better, rank, best), np.where(better, row, through)
        fits.append((fit, terms.tool[offer]))
    unclear = np.zeros(len(rows), dtype=bool)
    if stack.marks_overlap and len(fits) > 1:
        alike = sum((fit & (tool == terms.tool[by])).astype("int64") for fit, tool in fits)
        unclear = (by >= 0) & (alike > 1)
    return Setting(layer, base, price, by, through, unclear)


def _typed(named: Nominations, row: Any) -> Any:
    """Return what the lines ask for; ``UNKNOWN`` where none does."""
    if not len(named) or (np.ndim(row) == 0 and row < 0):
        return np.int64(UNKNOWN)
    return np.where(row >= 0, named.price[row], UNKNOWN)


def asked_price(terms: Terms, offer: Any, base: Ints, typed: Any, rounding: Rounding) -> Any:
    """Return the price that an offer asks for, negative where it asks for none."""
    kind, step = terms.kind[offer], terms.first
    priced = {
        Kind.SELLER_PRICE: lambda: typed,
        Kind.PERCENT: lambda: np.maximum(base - shares_of(base, step.percent[offer], rounding), 0),
        Kind.AMOUNT: lambda: np.maximum(base - step.amount[offer], 0),
        Kind.FIXED: lambda: step.amount[offer],
    }
    if np.ndim(kind) == 0:
        return priced[KINDS[kind]]()
    asked = np.broadcast_to(typed, base.shape)
    for number, of_kind in enumerate(KINDS):
        if of_kind in priced and (kind == number).any():
            asked = np.where(kind == number, priced[of_kind](), asked)
    return asked
