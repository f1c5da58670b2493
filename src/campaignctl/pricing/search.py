"""How many units make it cheapest: one, as many as a tier asks for, or the fewest that reach a minimum spend.

A basket holds at most what a buyer may take. Two questions are asked of the same baskets: which costs the buyer least
per unit, and which leaves the seller least.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np

from campaignctl.pricing.baskets import Baskets, baskets
from campaignctl.pricing.batches import Rows
from campaignctl.pricing.shares import Ints
from campaignctl.pricing.stack import Stack
from campaignctl.pricing.unit_price import Units


@dataclass(frozen=True, slots=True)
class Choice:
    """The basket chosen for each row: its units, what one of them costs and leaves the seller before fees."""

    units: Ints
    pays: Ints
    kept: Ints

    @classmethod
    def of_one(cls, rows: Rows, one: Baskets) -> "Choice":
        """Return the choice of a single unit everywhere."""
        return cls(np.ones(len(rows), dtype="int64"), one.pays.copy(), rows.listed - one.by_seller)


def cheapest(rows: Rows, units: Units, stack: Stack) -> tuple[Choice, Choice, Choice]:
    """Return the baskets that cost the buyer least per unit, those that leave the seller least, and single units.

    Of equal ones the other measure decides, then fewer units.
    """
    one = baskets(rows, units, 1, stack)
    by_price, by_kept, single = (Choice.of_one(rows, one) for _ in range(3))
    for tried in _tries(rows, units, stack, one):
        at, _, pays, kept = tried
        _better(by_price, tried, (pays, kept), (by_price.pays[at], by_price.kept[at]))
        _better(by_kept, tried, (kept, pays), (by_kept.kept[at], by_kept.pays[at]))
    return by_price, by_kept, single


def _better(choice: Choice, tried: "Try", new: tuple[Ints, Ints], held: tuple[Ints, Ints]) -> None:
    """Take the baskets that are better; ``new`` and ``held`` are two measures in the order in which they decide."""
    (at, number, pays, kept), (one, other), (first, second) = tried, new, held
    better = (one < first) | ((one == first) & ((other < second) | ((other == second) & (number < choice.units[at]))))
    where = at[better]
    choice.units[where], choice.pays[where], choice.kept[where] = number[better], pays[better], kept[better]


Try = tuple[Ints, Ints, Ints, Ints]
"""Positions of rows, and for each the units of a basket, what one costs, and what it leaves the seller."""


def _tries(rows: Rows, units: Units, stack: Stack, one: Baskets) -> Iterator[Try]:
    """Yield the baskets worth trying: those that reach a threshold of an offer in the rows' slots."""
    counts, spends = _thresholds(rows, stack)
    for count in counts:
        yield from _of_units(rows, units, stack, count)
    for layer, spend in spends:
        yield from _of_spend(rows, units, stack, one, layer, spend)


def _thresholds(rows: Rows, stack: Stack) -> tuple[list[Any], list[tuple[int, Any]]]:
    """Return the units, and the sums in a layer, that the offers in the slots ask for; equal ones once."""
    counts: list[Any] = []
    spends: list[tuple[int, Any]] = []
    for slot, offer in zip(rows.slots, rows.offers, strict=True):
        if not stack.sets_price(slot.layer):
            steps = (stack.terms.first, stack.terms.second)
            counts += [step.units[offer] for step in steps]
            spends += [(slot.layer, step.spend[offer]) for step in steps]
    if all(np.ndim(offer) == 0 for offer in rows.offers):
        return sorted(set(counts)), sorted(set(spends))
    return counts, spends


def _of_units(rows: Rows, units: Units, stack: Stack, count: Any) -> Iterator[Try]:
    at = np.flatnonzero((count > 1) & (count <= units.limit))
    if len(at):
        number = np.broadcast_to(count, len(rows))[at]
        part = rows.take(at)
        tried = baskets(part, units.take(at), number, stack)
        yield at, number, tried.pays, part.listed - tried.by_seller


def _of_spend(  # noqa: PLR0913, PLR0917 - a threshold of one layer
    rows: Rows, units: Units, stack: Stack, one: Baskets, layer: int, spend: Any
) -> Iterator[Try]:
    """Yield the smallest baskets that reach ``spend`` in their layer; what layers before it take off may cost units."""
    at = np.flatnonzero((one.entering[layer] < spend) & (units.price > 0))
    spend = np.broadcast_to(spend, len(rows))
    number = np.maximum(-(-spend[at] // units.price[at]), 2)
    while len(at):
        allowed = number <= units.limit[at]
        at, number = at[allowed], number[allowed]
        part = rows.take(at)
        tried = baskets(part, units.take(at), number, stack)
        reached = tried.entering[layer] >= spend[at]
        yield at[reached], number[reached], tried.pays[reached], (part.listed - tried.by_seller)[reached]
        at, number = at[~reached], number[~reached] + 1
