"""Price paths: what a buyer pays for every item at every moment, at worst and on the shelf, and who funds it.

Baskets of one item alone are looked at; what several items in one order make of a threshold is out of scope.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import pandas as pd

from campaignctl.domain.frames import empty, framed
from campaignctl.domain.lock import Lock
from campaignctl.domain.price_frames import UNPRICED, WORST_PRICES, prices_shape
from campaignctl.marketplaces.schema import Profile
from campaignctl.pricing.explain import Columns
from campaignctl.pricing.groups import Group, groups_of
from campaignctl.pricing.items import items_of
from campaignctl.pricing.laid_out import laid_out, words_of
from campaignctl.pricing.nominations import Frames, nominations
from campaignctl.pricing.offers import Offer
from campaignctl.pricing.shares import Ints
from campaignctl.pricing.sheets import offers_of
from campaignctl.pricing.stack import Stack
from campaignctl.pricing.stretches import over_time, runs_of
from campaignctl.pricing.survey import View
from campaignctl.pricing.surveyed import Surveyed
from campaignctl.pricing.timeline import Story, story_of


@dataclass(frozen=True)
class PricePaths(Surveyed):
    """The prices of all items; everything is worked out on first use and then kept."""

    @cached_property
    def group_of(self) -> Ints:
        """The group (a number) of every item."""
        found = np.zeros(len(self.items), dtype="int64")
        for number, group in enumerate(self.groups):
            found[group.items] = number
        return found

    def reached(self, offer: int) -> Ints:
        """Return the items that an offer (a number) reaches."""
        found = [group.items for group in self.groups if offer in group.offers]
        return np.concatenate([np.empty(0, dtype="int64"), *found])

    def meeting(self, offer: int) -> tuple[int, int, int]:
        """Return how many priced items an offer meets, from when and until when, in microseconds since 1970."""
        skus, moments = 0, []
        for number, (group, story) in enumerate(zip(self.groups, self.stories, strict=True)):
            stretches = [each for each in story.stretches if offer in each.offers] if offer in group.offers else []
            if stretches:
                skus += len(self.priced(number))
                moments += [stretches[0].starts, stretches[-1].ends]
        return (skus, min(moments), max(moments)) if moments else (0, 0, 0)

    @property
    def layers(self) -> tuple[str, ...]:
        """The keys of the layers that cut a basket, in order; each has a column ``off_<key>``."""
        return tuple(layer.key for place, layer in enumerate(self.stack.layers) if not self.stack.sets_price(place))

    def least(self, view: View) -> "pd.Series[Any]":
        """Return, for every item that has an answer, its least over all time of what a view measures."""
        answered, at = self._answers(view)
        return pd.Series(pd.array(self.survey.measured(view)[0][at], dtype="Int64"), index=answered)

    def _answers(self, view: View) -> tuple[Ints, Ints]:
        """Return the items that have an answer, and the row of the survey that gives it; asked once for each view."""
        if view not in self._answered:
            self._answered[view] = self.survey.least(view, len(self.items))
        return self._answered[view]

    @cached_property
    def _answered(self) -> dict[View, tuple[Ints, Ints]]:
        return {}

    def lowest(self, view: View, only: Sequence[int] | None = None) -> pd.DataFrame:
        """Return one row per item that has an answer, of ``prices_shape``, indexed by item: its least over all time.

        ``only`` asks for some items. Its stretch of time is the first in which the price holds.
        """
        answered, at = self._answers(view)
        if only is not None:
            asked = np.isin(answered, np.array(only, dtype="int64"))
            answered, at = answered[asked], at[asked]
        columns = self.explainer.columns(at, self.survey.measured(view)[2][at])
        told = runs_of(self, self.survey.situation[at])
        return self._framed(columns | told, len(at)).set_axis(answered, axis=0)

    @cached_property
    def worst(self) -> pd.DataFrame:
        """The worst legal price of every item, with its shelf price and what the worst basket leaves the seller."""
        worst = self.lowest(View.WORST)
        more = zip(WORST_PRICES, (View.SHELF, View.LEANEST, View.TIGHTEST), strict=True)
        return worst.assign(**{key: self.least(view).reindex(worst.index).array for key, view in more})

    def segments(self, view: View = View.WORST, only: Sequence[int] | None = None) -> pd.DataFrame:
        """Return one row per item and stretch of time, of ``prices_shape``, in the order of items and of time.

        ``only`` asks for some items.
        """
        chosen = over_time(self, view, None if only is None else set(only))
        columns = self.explainer.columns(chosen.at, chosen.units)
        return self._framed(chosen.spread(columns), len(chosen.row))

    def _framed(self, columns: Columns, length: int) -> pd.DataFrame:
        if not length:
            return self._nothing
        return framed(laid_out(columns, self), length, prices_shape(self.layers))

    @cached_property
    def _nothing(self) -> pd.DataFrame:
        return empty(prices_shape(self.layers))

    @cached_property
    def unpriced(self) -> pd.DataFrame:
        """Items without a price, and why; of the shape ``UNPRICED``."""
        untold = np.flatnonzero(self.items.listed <= 0)
        dateless = [group.items for group, story in zip(self.groups, self.stories, strict=True) if not story.stretches]
        idle = np.setdiff1d(np.concatenate([np.empty(0, "int64"), *dateless]), untold)
        item = np.concatenate([untold, idle])
        why = ["it has no list price"] * len(untold) + ["no promotion with dates reaches it"] * len(idle)
        line = self.items.first_line[item]
        return framed(
            words_of(self.lines, line) | {"why": pd.array(why, dtype="str"), "line": line}, len(item), UNPRICED
        )


def price_paths(frames: Frames, profile: Profile, currency: str) -> PricePaths:
    """Return the price paths of a campaign.

    ``frames`` are those of its sheets by key: ``promotions``, ``coupons`` (both with ``tool`` as the profile's key),
    ``sku_lines``, ``sellers``, ``registration``, ``livestreams``, ``run_of_show``; ``currency`` is its ISO code.
    """
    offers, left_out = offers_of(frames["promotions"], frames["coupons"], profile, currency)
    items = items_of(frames["sku_lines"])
    named = nominations(frames, items, offers)
    groups = groups_of(frames, items, named, offers)
    stack = Stack.of(offers, profile)
    return PricePaths(
        frames["sku_lines"], offers, left_out, items, named, groups, _stories(groups, offers, stack), stack
    )


def locked_paths(lock: Lock, frames: Frames, profile: Profile) -> PricePaths:
    """Return the price paths of what a lock holds; coupons, sellers, forms and runs of show are those of ``frames``."""
    held = {"sku_lines": lock.lines, "promotions": lock.promotions, "livestreams": lock.streams}
    return price_paths({**frames, **held}, profile, lock.currency)


def _stories(groups: Sequence[Group], offers: Sequence[Offer], stack: Stack) -> tuple[Story, ...]:
    """Return every group's story; groups that the same offers reach share one."""
    known: dict[tuple[int, ...], Story] = {}
    for group in groups:
        if group.offers not in known:
            known[group.offers] = story_of(group.offers, offers, stack)
    return tuple(known[group.offers] for group in groups)
