"""What a basket of one item costs: tiers and coupons take something off its sum, layer after layer.

Of a layer the best offer counts for the buyer, or all of them, as the profile says; a minimum spend is measured on
what the basket costs when its layer begins. What the platform adds to an order may be capped: the rest of a shared
discount falls to the seller, and a discount that the platform pays alone ends there.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np

from campaignctl.pricing.batches import Rows
from campaignctl.pricing.items import UNKNOWN
from campaignctl.pricing.offers import Kind
from campaignctl.pricing.shares import Bools, Ints, dearest_part, shares_of
from campaignctl.pricing.stack import Stack
from campaignctl.pricing.terms import KINDS, NO_BOUND, Steps
from campaignctl.pricing.unit_price import Units


@dataclass(frozen=True, slots=True)
class Cut:
    """What an offer (one for all rows, or one per row, ``UNKNOWN`` for none) takes off the basket in its layer."""

    layer: int
    offer: Any
    off: Ints


@dataclass(frozen=True, slots=True)
class Baskets:
    """Baskets of ``units`` units: what they cost, what the seller pays of all cuts, and the cuts.

    ``entering`` is, for each layer, what a basket costs when the layer begins. ``pays`` and ``by_seller`` are those of
    the first unit: cents that do not divide among the units go to the first.
    """

    units: Any
    total: Ints
    seller_total: Ints
    pays: Ints
    by_seller: Ints
    unclear: Bools
    entering: tuple[Ints, ...]
    cuts: tuple[Cut, ...]


def baskets(rows: Rows, units: Units, number: Any, stack: Stack) -> Baskets:
    """Return the baskets of ``number`` units (one number, or one per row)."""
    till = _Till(rows, units, number, stack)
    total = units.price * number
    seller = total * 0
    for platform, cap in zip(units.platform, units.cap, strict=True):
        seller = seller + np.maximum(platform * number - cap, 0)
    entering, cuts, unclear = [], [], units.unclear
    for layer in range(len(stack.layers)):
        entering.append(total)
        for cut in () if stack.sets_price(layer) else till.cuts(layer, total):
            cuts.append(cut)
            total = total - cut.off
            seller = seller + _seller_part(cut, stack)
            if stack.marks_live:
                unclear = unclear | (units.live & stack.terms.shared[cut.offer] & (cut.off > 0))
    return Baskets(
        units=number,
        total=total,
        seller_total=units.by_seller * number + seller,
        pays=total // number,
        by_seller=units.by_seller + dearest_part(seller, number),
        unclear=unclear,
        entering=tuple(entering),
        cuts=tuple(cuts),
    )


def _seller_part(cut: Cut, stack: Stack) -> Any:
    """Return what the seller pays of a cut; what a cap keeps the platform from adding is the seller's too."""
    part = shares_of(cut.off, stack.terms.seller_pays[cut.offer])
    cap = stack.terms.platform_cap[cut.offer]
    return part if np.all(cap == NO_BOUND) else part + np.maximum(cut.off - part - cap, 0)


@dataclass(frozen=True, slots=True)
class _Till:
    """Baskets at the till: ``number`` units of each row."""

    rows: Rows
    units: Units
    number: Any
    stack: Stack

    def cuts(self, layer: int, total: Ints) -> Iterator[Cut]:
        """Yield what a layer takes off baskets that cost ``total`` when it begins."""
        slots = zip(self.rows.slots, self.rows.offers, strict=True)
        here = [(slot, offer) for slot, offer in slots if slot.layer == layer]
        if self.stack.layers[layer].combine == "all":
            yield from self._all(layer, total, [offer for _, offer in here])
            return
        left = total
        for adds in (False, True):
            competing = [offer for slot, offer in here if slot.adds == adds]
            if competing:
                best = self._best(layer, total, left, competing)
                left = left - best.off
                yield best

    def _best(self, layer: int, reach: Ints, left: Ints, offers: list[Any]) -> Cut:
        """Return the cut that saves the buyer most; of equal ones the first, which costs the seller more."""
        off = self._off(reach, left, offers[0])
        if len(offers) == 1:
            return Cut(layer, offers[0], off)
        by = np.where(off > 0, offers[0], UNKNOWN)
        for offer in offers[1:]:
            other = self._off(reach, left, offer)
            better = other > off
            off, by = np.where(better, other, off), np.where(better, offer, by)
        return Cut(layer, by, off)

    def _all(self, layer: int, total: Ints, offers: list[Any]) -> Iterator[Cut]:
        """Yield the cuts of all offers, each measured on the same sum; of one stack group only the best counts."""
        offs = [self._off(total, total, offer) for offer in offers]
        groups = [self.stack.terms.group[offer] for offer in offers]
        left = total
        for place, (offer, off) in enumerate(zip(offers, offs, strict=True)):
            counts = off > 0
            for other, theirs in enumerate(offs):
                if other != place:
                    rival = (groups[place] == groups[other]) & (groups[place] > 0)
                    counts &= ~(rival & ((theirs > off) if other > place else (theirs >= off)))
            cut = np.minimum(np.where(counts, off, 0), left)
            left = left - cut
            yield Cut(layer, offer, cut)

    def _off(self, reach: Ints, left: Ints, offer: Any) -> Ints:
        """Return what an offer takes off ``left``; its thresholds are measured on ``reach``."""
        terms = self.stack.terms
        off = self._stepped(terms.first, offer, reach, left, left * 0)
        if np.any(terms.tiered[offer]):
            off = self._stepped(terms.second, offer, reach, left, off)
        alone = np.where(terms.seller_pays[offer] == 0, terms.platform_cap[offer], NO_BOUND)
        off = np.minimum(np.minimum(off, np.minimum(terms.max_discount[offer], alone)), left)
        return np.where(self.units.live & terms.shared[offer], 0, off) if self.stack.parts_live else off

    def _stepped(self, step: Steps, offer: Any, reach: Ints, left: Ints, otherwise: Ints) -> Ints:
        """Return what a step takes off where it is reached, else ``otherwise``."""
        units, spend = step.units[offer], step.spend[offer]
        percent, worth = step.percent[offer], step.amount[offer]
        repeats = self.stack.terms.repeats[offer]
        times: Any = np.int64(1)
        if np.any(repeats):
            by_units, by_spend = self.number // units, reach // np.maximum(spend, 1)
            many = np.where(units > 1, by_units, np.where(spend > 0, by_spend, 1))
            times = np.where(repeats, np.maximum(many, 1), 1)
            worth = worth * times
        fixed = self.stack.terms.kind[offer] == KINDS.index(Kind.FIXED)
        if np.any(fixed):  # a price for a bundle: what its units cost now, less that price
            bundled = left * np.minimum(units, self.number) * times // self.number
            worth = np.where(fixed, np.maximum(bundled - worth, 0), worth)
        if np.any(percent):
            worth = worth + shares_of(left, percent, self.stack.rounding)
        return np.where((self.number >= units) & (reach >= spend), worth, otherwise)
