"""Every item in every situation, each with its cheapest and its leanest basket: what all answers are picked from."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from campaignctl.pricing.batches import Batch
from campaignctl.pricing.items import UNKNOWN, Items
from campaignctl.pricing.nominations import Nominations
from campaignctl.pricing.search import Choice, cheapest
from campaignctl.pricing.shares import Bools, Ints
from campaignctl.pricing.stack import Stack
from campaignctl.pricing.timeline import Story
from campaignctl.pricing.unit_price import unit_prices

HIGHEST = np.iinfo(np.int64).max


class View(StrEnum):
    """Which price of an item is asked for.

    The worst legal price is what any audience pays least per unit; the shelf price what anyone pays for one unit. The
    leanest basket leaves the seller least; the tightest lies deepest below, or least above, the seller's floor.
    """

    WORST = "worst"
    SHELF = "shelf"
    LEANEST = "leanest"
    TIGHTEST = "tightest"


@dataclass(frozen=True, slots=True)
class Survey:
    """One row per item and situation, batch after batch.

    ``situation`` numbers situations over all batches; a situation's rows begin at ``begins`` and stand in the order of
    its group's priced items. ``by_price``, ``by_kept`` and ``single`` are the baskets chosen, ``price`` is what a unit
    costs before anything is taken off a basket, ``floor`` the seller's (``UNKNOWN`` where not stated).
    ``rank`` orders a situation among those of its group: the earliest in time, then the
    audience named first; ``anyone`` tells whether it is what everybody sees at some time. ``set_price`` marks
    nominations that set a price somewhere.
    """

    item: Ints
    situation: Ints
    begins: Ints
    by_price: Choice
    by_kept: Choice
    single: Choice
    price: Ints
    floor: Ints
    rank: Ints
    anyone: Bools
    set_price: Bools

    def measured(self, view: View) -> tuple[Ints, Ints, Ints]:
        """Return for every row what a view asks to be least, what decides between equals, and the basket's units."""
        if view is View.WORST:
            return self.by_price.pays, self.by_price.kept, self.by_price.units
        if view is View.SHELF:
            pays = np.where(self.anyone[self.situation], self.single.pays, HIGHEST)
            return pays, self.single.kept, self.single.units
        if view is View.LEANEST:
            return self.by_kept.kept, self.by_kept.pays, self.by_kept.units
        room = np.where(self.floor == UNKNOWN, HIGHEST, self.by_kept.kept - self.floor)
        return room, self.by_kept.kept, self.by_kept.units

    def least(self, view: View, items: int) -> tuple[Ints, Ints]:
        """Return the items that have an answer, and for each the row that gives it: of equals the first in time."""
        first, second, _ = self.measured(view)
        at = np.flatnonzero(first != HIGHEST)
        for measure in (first, second, self.rank[self.situation]):
            best = np.full(items, HIGHEST)
            np.minimum.at(best, self.item[at], measure[at])
            at = at[measure[at] == best[self.item[at]]]
        chosen = np.full(items, UNKNOWN)
        chosen[self.item[at[::-1]]] = at[::-1]
        answered = np.flatnonzero(chosen != UNKNOWN)
        return answered, chosen[answered]


def survey_of(
    batches: Sequence[Batch], stories: Sequence[Story], items: Items, named: Nominations, stack: Stack
) -> Survey:
    """Return the survey of all batches."""
    set_price = np.zeros(len(named), dtype=bool)
    choices: list[tuple[Choice, Choice, Choice]] = []
    prices, floors = [], []
    for batch in batches:
        rows = batch.rows(items, named)
        units = unit_prices(rows, stack, items, named)
        for setting in units.settings:
            set_price[setting.named[setting.named >= 0]] = True
        choices.append(cheapest(rows, units, stack))
        prices.append(units.price)
        floors.append(units.floor)
    by_price, by_kept, single = (_joined([each[place] for each in choices]) for place in range(3))
    rank, anyone = _sights(batches, stories)
    counts = [np.bincount(batch.situation, minlength=len(batch.situations)) for batch in batches]
    begins = np.concatenate([[0], *counts]).cumsum()[:-1]
    number = np.repeat(np.arange(len(begins)), np.concatenate([np.empty(0, "int64"), *counts]).astype("int64"))
    item = _together([batch.item for batch in batches])
    return Survey(
        item=item,
        situation=number,
        begins=begins,
        by_price=by_price,
        by_kept=by_kept,
        single=single,
        price=_together(prices),
        floor=_together(floors),
        rank=rank,
        anyone=anyone,
        set_price=set_price,
    )


def _joined(parts: list[Choice]) -> Choice:
    return Choice(*(_together([getattr(part, key) for part in parts]) for key in Choice.__slots__))


def _together(parts: list[Ints]) -> Ints:
    return np.concatenate([np.empty(0, dtype="int64"), *parts])


def _sights(batches: Sequence[Batch], stories: Sequence[Story]) -> tuple[Ints, Bools]:
    """Return for every situation its rank within its story, and whether anyone sees it at some time."""
    known = {id(story): _ranked(story) for story in stories}
    told = [known[id(stories[each.group])][each.scene] for batch in batches for each in batch.situations]
    return np.array([rank for rank, _ in told], dtype="int64"), np.array([anyone for _, anyone in told], dtype=bool)


def _ranked(story: Story) -> list[tuple[int, bool]]:
    rank = [HIGHEST] * len(story.scenes)
    anyone = [False] * len(story.scenes)
    for place, stretch in enumerate(story.stretches):
        for sight in story.sights[stretch.state]:
            rank[sight.scene] = min(rank[sight.scene], (place << 16) + sight.audience)
            anyone[sight.scene] |= sight.audience == 0
    return list(zip(rank, anyone, strict=True))
