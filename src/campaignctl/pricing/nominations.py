"""Which items an offer is aimed at by name: nominated lines, the SKUs of a livestream, the products of a coupon.

What holds for whole shops, categories or everybody is not listed item by item; see ``groups``.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from campaignctl.pricing.items import UNKNOWN, Items, amounts
from campaignctl.pricing.offers import Offer, Reach
from campaignctl.pricing.shares import Ints

Frames = Mapping[str, pd.DataFrame]
_NOBODY: Ints = np.empty(0, dtype="int64")


@dataclass(frozen=True, slots=True)
class Nominations:
    """One row per item and offer that names it, ordered by both; ``first`` is where an item's rows begin.

    ``price`` is what the line asks, ``limit`` its units per buyer and ``floor`` the least its seller accepts, each
    ``UNKNOWN`` where not stated; ``line`` is the line's position, ``UNKNOWN`` where no line stands behind it.
    """

    item: Ints
    offer: Ints
    line: Ints
    price: Ints
    limit: Ints
    floor: Ints
    first: Ints

    def __len__(self) -> int:
        return len(self.item)


def nominations(frames: Frames, items: Items, offers: Sequence[Offer]) -> Nominations:
    """Return all rows; of two lines of one item in one promotion the lower price counts."""
    lines = frames["sku_lines"]
    item, offer, line = (np.concatenate(parts) for parts in zip(*_all(frames, items, offers), strict=True))
    price = _of_lines(amounts(lines["campaign_price"]), line)
    order = _once(item, offer, line, price, len(offers))
    item, offer, line = item[order], offer[order], line[order]
    floor = _of_lines(amounts(lines["floor_price"]), line)
    return Nominations(
        item=item,
        offer=offer,
        line=line,
        price=price[order],
        limit=_limits(lines, line, offer, offers),
        floor=np.where(floor == UNKNOWN, items.floor[item], floor),
        first=np.bincount(item + 1, minlength=len(items) + 1)[: len(items)].cumsum(),
    )


def _once(item: Ints, offer: Ints, line: Ints, price: Ints, offers: int) -> Ints:
    """Return the rows that count, by item and offer; of those alike, the lowest price, and a line before none.

    At the same price a SKU's own line counts before that of its whole product, for it says the more: rows come in
    that order, and within it in the order of the sheets.
    """
    keys = item * offers + offer
    order: Ints = np.argsort(keys, kind="stable")
    if (np.diff(keys[order]) > 0).all():
        return order
    asked = np.where(price == UNKNOWN, np.iinfo(np.int64).max, price)
    ranked: Ints = np.lexsort((line < 0, asked, keys))
    first_of_alike: Ints = ranked[np.concatenate([[True], np.diff(keys[ranked]) > 0])]
    return first_of_alike


def _of_lines(values: Ints, line: Ints) -> Ints:
    return np.where(line >= 0, values[np.maximum(line, 0)], UNKNOWN) if len(values) else np.full(len(line), UNKNOWN)


def _limits(lines: pd.DataFrame, line: Ints, offer: Ints, offers: Sequence[Offer]) -> Ints:
    """Return units per buyer: the lower of what the line and its promotion say; ``UNKNOWN`` is no limit."""
    own = _of_lines(amounts(lines["per_buyer"]), line)
    shared = np.array([each.limit or UNKNOWN for each in offers] or [UNKNOWN])[offer]
    lower = np.minimum(own, shared)
    return np.where(own < 1, shared, np.where(shared < 1, own, lower))


def _all(frames: Frames, items: Items, offers: Sequence[Offer]) -> Iterator[tuple[Ints, Ints, Ints]]:
    yield from _by_lines(frames["sku_lines"], items, offers)
    yield _by_products(frames["sku_lines"], items, offers)
    for number, offer in enumerate(offers):
        if offer.reach is Reach.LIVESTREAM:
            shown = _streamed(frames, items, offer)
            yield shown, np.full(len(shown), number), np.full(len(shown), UNKNOWN)


def _by_lines(lines: pd.DataFrame, items: Items, offers: Sequence[Offer]) -> Iterator[tuple[Ints, Ints, Ints]]:
    """Yield the items that lines nominate, and the SKUs that a line for their whole product nominates too.

    A line without a SKU in a promotion of variations is a fault, and holds for nothing but itself.
    """
    numbers = {offer.id: number for number, offer in enumerate(offers) if not offer.own}
    places, named = pd.factorize(lines["promotion_id"])
    known = np.array([*(numbers.get(str(name), UNKNOWN) for name in named), UNKNOWN])
    offer = known[places].astype("int64")
    line = np.flatnonzero((offer != UNKNOWN) & (items.of_line != UNKNOWN))
    yield items.of_line[line], offer[line], line
    by_sku = np.array([each.level == "Variation" for each in offers], dtype=bool)
    whole = line[items.is_product[items.of_line[line]] & ~by_sku[offer[line]]]
    if len(whole):
        products = _products(items, items.of_line[whole]).assign(line=whole)
        variations = np.flatnonzero(~items.is_product)
        met = products.merge(_products(items, variations).assign(item=variations), on=["seller", "product"])
        line = met["line"].to_numpy("int64")
        yield met["item"].to_numpy("int64"), offer[line], line


def _products(items: Items, item: Ints) -> pd.DataFrame:
    return pd.DataFrame({"seller": items.seller[item], "product": items.product[item]})


def _by_products(lines: pd.DataFrame, items: Items, offers: Sequence[Offer]) -> tuple[Ints, Ints, Ints]:
    """Return the items of the products that coupons select."""
    picked = [
        (offer.seller, name, number)
        for number, offer in enumerate(offers)
        if offer.reach is Reach.PRODUCTS
        for name in offer.names
    ]
    if not picked:
        return _NOBODY, _NOBODY, _NOBODY
    keys = ["seller_id", "product_id"]
    named = lines.iloc[items.first_line][keys].reset_index(drop=True).astype("str").assign(item=np.arange(len(items)))
    wanted = pd.DataFrame(picked, columns=[*keys, "offer"]).astype(dict.fromkeys(keys, "str"))
    met = named.merge(wanted, on=keys)
    return met["item"].to_numpy("int64"), met["offer"].to_numpy("int64"), np.full(len(met), UNKNOWN)


def _streamed(frames: Frames, items: Items, offer: Offer) -> Ints:
    """Return the items shown in an offer's livestreams."""
    lines, streams, show = frames["sku_lines"], frames["livestreams"], frames["run_of_show"]
    found = [_NOBODY]
    for stream in sorted(offer.names):
        pins = show[show["stream_id"].str.casefold().eq(stream) & show["sku_id"].notna()]
        own = pins[pins["promotion_id"].eq(offer.id).fillna(value=False).astype(bool)]
        if len(pins):
            pinned = lines["sku_id"].isin((own if len(own) else pins)["sku_id"])
        else:
            pinned = _offered_for_live(lines, streams[streams["stream_id"].str.casefold().eq(stream)])
        found.append(items.of_line[pinned.to_numpy(dtype=bool)])
    shown: Ints = np.setdiff1d(np.concatenate(found), [UNKNOWN])
    return shown


def _offered_for_live(lines: pd.DataFrame, stream: pd.DataFrame) -> "pd.Series[bool]":
    """Whether a line is offered for a stream that has no run of show yet.

    Those of the stream's seller that say so; all of its lines where none says anything; of a stream without a seller,
    the lines of all.
    """
    sellers = stream["seller_id"].dropna()
    theirs = lines["seller_id"].isin(sellers) if len(sellers) else pd.Series(len(stream) > 0, index=lines.index)
    said = lines["in_a_live"]
    return theirs & said.fillna(value=False).astype(bool) if said[theirs].notna().any() else theirs
