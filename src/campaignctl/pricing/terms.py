"""What every offer gives, as columns of numbers that a whole batch of prices can be looked up in."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Any

import numpy as np

from campaignctl.marketplaces.schema import Profile
from campaignctl.pricing.offers import Kind, Offer, Step
from campaignctl.pricing.shares import WHOLE, Bools, Ints

NO_BOUND = 2**60
"""Above any count and any amount: no cap, no limit, a step that is never reached."""

KINDS = (Kind.SELLER_PRICE, Kind.PERCENT, Kind.AMOUNT, Kind.FIXED, Kind.BESIDE)
LAST_RANK = 10**6


@dataclass(frozen=True, slots=True)
class Steps:
    """The first or second step of every offer."""

    units: Ints
    spend: Ints
    percent: Ints
    amount: Ints

    @classmethod
    def of(cls, offers: Sequence[Offer], place: int) -> "Steps":
        """Return the steps at ``place``, 0 or 1; where an offer has none, one that is never reached."""
        never = Step(units=NO_BOUND)
        steps = [offer.steps[place] if place < len(offer.steps) else never for offer in offers]
        return cls(*(_numbers(steps, attrgetter(key)) for key in cls.__slots__))


@dataclass(frozen=True, slots=True)
class Terms:
    """Columns over all offers: ``kind`` is a position in ``KINDS``, ``tool`` and ``group`` are numbers, group 0 none.

    The platform pays a part of offers that are ``shared``; the step of those that ``repeat`` counts again for every
    further multiple of its threshold.
    """

    kind: Ints
    first: Steps
    second: Steps
    max_discount: Ints
    seller_pays: Ints
    platform_cap: Ints
    limit: Ints
    rank: Ints
    tool: Ints
    group: Ints
    live: Bools
    shared: Bools
    repeats: Bools
    tiered: Bools

    @classmethod
    def of(cls, offers: Sequence[Offer], profile: Profile) -> "Terms":
        """Return the terms of all offers, in their order."""
        tools = {key: number for number, key in enumerate(profile.tools)}
        groups = {name: number for number, name in enumerate(["", *dict.fromkeys(_group(profile, o) for o in offers)])}
        groups |= {"": 0}
        return cls(
            kind=_numbers(offers, lambda offer: KINDS.index(offer.kind)),
            first=Steps.of(offers, 0),
            second=Steps.of(offers, 1),
            max_discount=_numbers(offers, lambda offer: _bound(offer.max_discount)),
            seller_pays=_numbers(offers, lambda offer: offer.seller_pays),
            platform_cap=_numbers(offers, lambda offer: _bound(offer.platform_cap)),
            limit=_numbers(offers, lambda offer: _bound(offer.limit)),
            rank=_numbers(offers, lambda offer: rank_of(profile, offer)),
            tool=_numbers(offers, lambda offer: tools[offer.tool]),
            group=_numbers(offers, lambda offer: groups[_group(profile, offer)]),
            live=_numbers(offers, lambda offer: offer.live).astype(bool),
            shared=_numbers(offers, lambda offer: offer.seller_pays < WHOLE).astype(bool),
            repeats=_numbers(offers, lambda offer: _repeats(profile, offer)).astype(bool),
            tiered=_numbers(offers, lambda offer: len(offer.steps) > 1).astype(bool),
        )


def rank_of(profile: Profile, offer: Offer) -> int:
    """Return an offer's rank in its layer, 1 first; after all others where the profile gives none."""
    rank = profile.tools[offer.tool].rank
    return LAST_RANK if rank is None else rank.value


def adds_to_others(profile: Profile, offer: Offer) -> bool:
    """Whether an offer comes on top of the best one of its layer instead of competing with it."""
    adds = profile.tools[offer.tool].coupon.adds_to_others
    return adds is not None and adds.value


def _repeats(profile: Profile, offer: Offer) -> bool:
    repeats = profile.tools[offer.tool].tiers.repeats
    return repeats is not None and repeats.value


def _group(profile: Profile, offer: Offer) -> str:
    """Return the group of which an order takes one; a coupon that is one per order is a group with its like."""
    tool = profile.tools[offer.tool]
    once = tool.coupon.one_per_order
    return tool.stack_group or (offer.tool if once is not None and once.value else "")


def _bound(number: int | None) -> int:
    return NO_BOUND if number is None else max(number, 0)


def _numbers(things: Sequence[Any], number: Callable[[Any], int]) -> Ints:
    return np.array([number(thing) for thing in things], dtype="int64")
