"""Promotions that do not do what they are there for: outranked at all times, or dearer for those they are meant for."""

import numpy as np
import pandas as pd

from campaignctl.pricing.items import UNKNOWN
from campaignctl.pricing.paths import PricePaths
from campaignctl.pricing.shares import Bools, Ints
from campaignctl.pricing.unit_price import asked_price


def outranked(paths: PricePaths) -> pd.DataFrame:
    """Return nominated lines whose promotion asks less than the list price and never sets the price.

    Columns: ``line`` (position), ``offer`` and ``by`` (ids: the line's promotion, and the one that sets the price when
    that first runs), ``price`` (minor units: what ``by`` makes).
    """
    idle = _idle(paths)
    group, offer = paths.group_of[paths.named.item[idle]], paths.named.offer[idle]
    at = np.full(len(idle), UNKNOWN)
    for one, other in set(zip(group.tolist(), offer.tolist(), strict=True)):
        where = np.flatnonzero((group == one) & (offer == other))
        begin = _first_seen(paths, one, other)
        if begin is not None:
            at[where] = begin + np.searchsorted(paths.priced(one), paths.named.item[idle[where]])
    seen = at != UNKNOWN
    by, price = _set_by(paths, at[seen])
    line, own = paths.named.line[idle[seen]], _ids(paths, offer[seen])
    found = pd.DataFrame({"line": line, "offer": own, "by": _ids(paths, by), "price": price})
    return found.iloc[np.flatnonzero(by != UNKNOWN)].reset_index(drop=True)


def _idle(paths: PricePaths) -> Ints:
    """Return the rows of nominations by lines that ask for less than the list price and set no price."""
    named = paths.named
    sets = np.array([paths.stack.sets_price(slot.layer) for slot in paths.stack.slots], dtype=bool)
    idle = np.flatnonzero((named.line >= 0) & ~paths.survey.set_price)
    idle = idle[sets[named.offer[idle]]] if len(idle) else idle
    return idle[_lowers(paths, idle)] if len(idle) else idle


def _lowers(paths: PricePaths, rows: Ints) -> Bools:
    named, listed = paths.named, paths.items.listed[paths.named.item[rows]]
    asked = asked_price(paths.stack.terms, named.offer[rows], listed, named.price[rows], paths.stack.rounding)
    below: Bools = (asked >= 0) & (asked < listed)
    return below


def _first_seen(paths: PricePaths, group: int, offer: int) -> int | None:
    """Return where the rows of the survey begin that show a group's items when an offer is first seen."""
    story = paths.stories[group]
    for stretch in story.stretches:
        for sight in story.sights[stretch.state]:
            if offer in story.scenes[sight.scene]:
                return paths.begins[group, sight.scene]
    return None


def dearer(paths: PricePaths) -> pd.DataFrame:
    """Return items that cost some audience more, before coupons, than anyone who is not in it.

    That is what a rank can do: a LIVE deal outranks a lower campaign price for those who watch. Columns: ``item``,
    ``offer`` (the id of the promotion that sets the higher price), ``price`` and ``shelf`` (minor units).
    """
    price = paths.survey.price
    seen, anyone = [np.empty(0, dtype="int64")], [np.empty(0, dtype="int64")]
    for group, story in enumerate(paths.stories):
        rows = np.arange(len(paths.priced(group)))
        for first, *others in story.sights:
            shelf = paths.begins[group, first.scene] + rows
            for sight in others:
                at = paths.begins[group, sight.scene] + rows
                more = price[at] > price[shelf]
                seen.append(at[more])
                anyone.append(shelf[more])
    at, shelf = np.concatenate(seen), np.concatenate(anyone)
    by, _ = _set_by(paths, at)
    found = {"item": paths.survey.item[at], "offer": _ids(paths, by), "price": price[at], "shelf": price[shelf]}
    told = pd.DataFrame(found).iloc[np.flatnonzero(by != UNKNOWN)]
    return told.drop_duplicates(["item", "offer"], ignore_index=True)


def _set_by(paths: PricePaths, at: Ints) -> tuple[Ints, Ints]:
    """Return, for rows of the survey, the offer that sets the price of a unit, and that price."""
    if not len(at):
        return at, at
    columns = paths.explainer.columns(at, np.ones(len(at), dtype="int64"))
    return columns["price_by"], columns["product_price"]


def _ids(paths: PricePaths, offers: Ints) -> list[str]:
    return ["" if number == UNKNOWN else paths.offers[number].id for number in offers]
