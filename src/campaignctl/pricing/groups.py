"""Items that the same offers reach have the same story in time, and are priced together."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from campaignctl.pricing.items import Items, codes
from campaignctl.pricing.nominations import Frames, Nominations
from campaignctl.pricing.offers import Offer, Reach
from campaignctl.pricing.shares import Ints


@dataclass(frozen=True, slots=True)
class Group:
    """Items (numbers) and the offers (numbers, rising) that reach each of them.

    ``nominated`` are those that name the items one by one: their rows among the nominations stand in this order.
    """

    items: Ints
    offers: tuple[int, ...]
    nominated: tuple[int, ...]


def groups_of(frames: Frames, items: Items, named: Nominations, offers: Sequence[Offer]) -> tuple[Group, ...]:
    """Return all items, grouped by the offers that reach them."""
    if not len(items):
        return ()
    sets, scopes = _named_sets(items, named, len(offers)), _scopes(frames, items, offers)
    both = pd.factorize(sets * (scopes.number.max(initial=0) + 1) + scopes.number)[0]
    order = np.argsort(both, kind="stable")
    edges = np.flatnonzero(np.diff(both[order])) + 1
    found = []
    for members in np.split(order, edges):
        one = members[0]
        rows = slice(named.first[one], np.searchsorted(named.item, one, side="right"))
        nominated = tuple(int(number) for number in named.offer[rows])
        wide = scopes.offers[scopes.number[one]]
        found.append(Group(members, tuple(sorted({*nominated, *wide})), nominated))
    return tuple(found)


def _named_sets(items: Items, named: Nominations, offers: int) -> Ints:
    """Return a number for the set of offers that name each item."""
    count = np.bincount(named.item, minlength=len(items)) if len(named) else np.zeros(len(items), "int64")
    found = np.zeros(len(items), dtype="int64")
    for place in range(int(count.max(initial=0))):
        more = count > place
        following = np.zeros(len(items), dtype="int64")
        following[more] = named.offer[named.first[more] + place] + 1
        found = pd.factorize(found * (offers + 1) + following)[0].astype("int64")
    return found


@dataclass(frozen=True, slots=True)
class _Scopes:
    """For every item the number of its scope, and for every scope the offers that hold for it as a whole."""

    number: Ints
    offers: tuple[tuple[int, ...], ...]


def _scopes(frames: Frames, items: Items, offers: Sequence[Offer]) -> _Scopes:
    lines = frames["sku_lines"][["seller_id", "category"]].iloc[items.first_line]
    categories = codes(lines["category"])
    kinds = pd.factorize(items.seller * (categories.max(initial=-1) + 2) + categories)[0]
    told = lines[~pd.Series(kinds, index=lines.index).duplicated()]
    shops = _Shops.of(frames, offers)
    wide: dict[tuple[int, ...], int] = {}
    number = [
        wide.setdefault(shops.reached(seller, category), len(wide))
        for seller, category in zip(_words(told["seller_id"]), _words(told["category"]), strict=True)
    ]
    return _Scopes(np.array(number, dtype="int64")[kinds], tuple(wide))


def _words(column: "pd.Series[Any]") -> list[str]:
    return ["" if pd.isna(word) else str(word) for word in column]


@dataclass(frozen=True, slots=True)
class _Shops:
    """What the Sellers sheet and the forms say of every shop, by its id, and the offers that may hold for it whole."""

    names: Mapping[str, str]
    categories: Mapping[str, str]
    wide: tuple[tuple[int, Offer], ...]
    own: Mapping[str, tuple[int, ...]]

    @classmethod
    def of(cls, frames: Frames, offers: Sequence[Offer]) -> "_Shops":
        sellers, forms = frames["sellers"], frames["registration"]
        categories = _by_seller(sellers, "category") | _by_seller(forms, "main_category")
        wide = tuple((number, offer) for number, offer in enumerate(offers) if offer.reach in _WIDE)
        own: dict[str, tuple[int, ...]] = {}
        for number, offer in enumerate(offers):
            if offer.reach is Reach.SHOP:
                own[offer.seller] = (*own.get(offer.seller, ()), number)
        return cls(_by_seller(sellers, "shop_name"), categories, wide, own)

    def reached(self, seller: str, category: str) -> tuple[int, ...]:
        """Return the offers that hold for all items of a seller in a category (blank: the seller's main one)."""
        shop = {seller.casefold(), self.names.get(seller, "").casefold()} - {""}
        kind = (category or self.categories.get(seller, "")).casefold()
        wide = (number for number, offer in self.wide if _holds(offer, shop, kind))
        return (*wide, *self.own.get(seller, ()))


_WIDE = frozenset({Reach.ALL, Reach.CATEGORY, Reach.SELLER})


def _holds(offer: Offer, shop: set[str], category: str) -> bool:
    if offer.reach is Reach.CATEGORY:
        return category in offer.names
    return offer.reach is Reach.ALL or bool(shop & offer.names)


def _by_seller(frame: pd.DataFrame, key: str) -> dict[str, str]:
    known = frame.dropna(subset=["seller_id", key]).drop_duplicates("seller_id")
    return dict(zip(known["seller_id"].astype(str), known[key].astype(str), strict=True))
