"""Prices are worked out in batches: all items, in all situations, whose offers fill the same places of the stack.

One situation of many items has the same terms in every row, which are then single numbers; many shops with a coupon
each have a column of terms. The arithmetic is the same for both.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from campaignctl.pricing.groups import Group
from campaignctl.pricing.items import UNKNOWN, Items
from campaignctl.pricing.nominations import Nominations
from campaignctl.pricing.shares import Ints
from campaignctl.pricing.stack import Slot, Stack
from campaignctl.pricing.timeline import Story


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows of a batch: an item each, its list price, and what fills the slots.

    ``offers`` holds for each slot an offer's number, one for all rows or one per row; ``named`` the row among the
    nominations that puts the item into it, ``UNKNOWN`` where the offer holds for it anyway.
    """

    slots: tuple[Slot, ...]
    item: Ints
    listed: Ints
    offers: tuple[Any, ...]
    named: tuple[Any, ...]

    def __len__(self) -> int:
        return len(self.item)

    def take(self, at: Ints) -> "Rows":
        """Return the rows at some positions."""
        offers = tuple(_taken(each, at) for each in self.offers)
        return Rows(self.slots, self.item[at], self.listed[at], offers, tuple(_taken(each, at) for each in self.named))


def _taken(values: Any, at: Ints) -> Any:
    return values if np.ndim(values) == 0 else values[at]


@dataclass(frozen=True, slots=True)
class Situation:
    """Items of one group under one scene of its story."""

    group: int
    scene: int


@dataclass(frozen=True, slots=True)
class Batch:
    """Situations alike in their slots.

    ``offers`` and ``places`` hold, per situation and slot, an offer's number and where it stands among those that name
    the group's items one by one (``UNKNOWN``: not there). ``item`` and ``situation`` (a position in
    ``situations``) tell every row; ``start`` is its first row among all.
    """

    slots: tuple[Slot, ...]
    situations: tuple[Situation, ...]
    offers: Ints
    places: Ints
    item: Ints
    situation: Ints
    start: int

    def rows(self, items: Items, named: Nominations, at: Ints | None = None) -> Rows:
        """Return all rows of the batch, or those at some positions."""
        item = self.item if at is None else self.item[at]
        where = self.situation if at is None else self.situation[at]
        single = len(self.situations) == 1
        offers = tuple(column[0] if single else column[where] for column in self.offers.T)
        first = named.first[item]
        places = tuple(column[0] if single else column[where] for column in self.places.T)
        rows = tuple(_named_rows(first, place) for place in places)
        return Rows(self.slots, item, items.listed[item], offers, rows)


def _named_rows(first: Ints, place: Any) -> Any:
    if np.ndim(place) == 0:
        return first + place if place >= 0 else np.int64(UNKNOWN)
    return np.where(place >= 0, first + place, UNKNOWN)


def batches_of(groups: Sequence[Group], stories: Sequence[Story], items: Items, stack: Stack) -> tuple[Batch, ...]:
    """Return every situation of every group once, in batches. Items without a list price are in none."""
    alike: dict[tuple[Slot, ...], list[Situation]] = defaultdict(list)
    for number, story in enumerate(stories):
        for scene, offers in enumerate(story.scenes):
            alike[tuple(stack.slots[offer] for offer in offers)].append(Situation(number, scene))
    priced = [group.items[items.listed[group.items] > 0] for group in groups]
    return tuple(_batches(alike, groups, stories, priced))


def _batches(
    alike: dict[tuple[Slot, ...], list[Situation]],
    groups: Sequence[Group],
    stories: Sequence[Story],
    priced: Sequence[Ints],
) -> Iterator[Batch]:
    start = 0
    for slots, situations in alike.items():
        offers = [stories[each.group].scenes[each.scene] for each in situations]
        places = [
            [_place(groups[each.group], offer) for offer in chosen]
            for each, chosen in zip(situations, offers, strict=True)
        ]
        members = [priced[each.group] for each in situations]
        counts = [len(each) for each in members]
        shape = (len(situations), len(slots))
        yield Batch(
            slots,
            tuple(situations),
            np.array(offers, dtype="int64").reshape(shape),
            np.array(places, dtype="int64").reshape(shape),
            np.concatenate(members),
            np.repeat(np.arange(len(situations)), counts),
            start,
        )
        start += sum(counts)


def _place(group: Group, offer: int) -> int:
    return group.nominated.index(offer) if offer in group.nominated else UNKNOWN
