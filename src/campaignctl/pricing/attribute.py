"""Which promotion an order was bought through: the one that set the SKU's price at the moment it was placed.

The order file does not say. A line is matched when the discount per unit agrees with that promotion within one minor
unit; else its discount is unexplained, as coupons are, which are told in sum by funder only.
"""

from collections.abc import Iterator
from typing import Any

import numpy as np
import pandas as pd

from campaignctl.domain.frames import framed
from campaignctl.domain.price_frames import ATTRIBUTED
from campaignctl.pricing.items import UNKNOWN, amounts
from campaignctl.pricing.laid_out import few
from campaignctl.pricing.paths import PricePaths
from campaignctl.pricing.shares import Bools, Ints, shares_of
from campaignctl.pricing.sheets import microseconds

OUTCOMES = ["outside", "unexplained", "matched"]
"""Whether a promotion was running for a line, and whether its price is the one that was paid."""


def attribute(order_lines: pd.DataFrame, paths: PricePaths) -> pd.DataFrame:
    """Return one row per order line, of the shape ``ATTRIBUTED``, under the labels that the lines have.

    ``order_lines`` is of the shape ``ORDER_LINES``. What anyone pays is tried first, then what LIVE viewers and other
    audiences pay.
    """
    quantity = amounts(order_lines["quantity"])
    seller, platform = amounts(order_lines["seller_discount"]), amounts(order_lines["platform_discount"])
    sold = order_lines["line_kind"].astype("str").fillna("sale").eq("sale").to_numpy(dtype=bool)
    told = sold & (quantity > 0) & (seller != UNKNOWN) & (platform != UNKNOWN)
    item = np.where(told, _items(order_lines, paths), UNKNOWN)
    row, matched = _rows(paths, item, microseconds(order_lines["created"]), quantity, seller + platform)
    by, off, by_seller = _promotions(paths, row)
    inside = row != UNKNOWN
    columns = {
        "promotion_id": few(by, [offer.id for offer in paths.offers]).astype("str"),
        "outcome": few(inside.astype("int64") + (inside & matched), OUTCOMES),
        "expected_off": _where(inside, off * quantity),
        "observed_off": _where(inside, seller + platform),
        "beyond_by_seller": _where(inside, seller - by_seller * quantity),
        "beyond_by_platform": _where(inside, platform - (off - by_seller) * quantity),
    }
    return framed(columns, len(row), ATTRIBUTED).set_axis(order_lines.index, axis=0)


def _where(inside: Bools, money: Ints) -> Any:
    return pd.arrays.IntegerArray(np.where(inside, money, 0), ~inside)


def edges(paths: PricePaths) -> Ints:
    """Return, in order, the moments (microseconds since 1970) at which what an order is bought under may change.

    Two lines that differ only in when they were placed, with no such moment between them or at the later one, are
    given the same promotion.
    """
    stretches = [
        stretch for story in {id(story): story for story in paths.stories}.values() for stretch in story.stretches
    ]
    return np.unique(np.array([(each.starts, each.ends) for each in stretches], dtype="int64"))


def coupons(attributed: pd.DataFrame) -> tuple[int, int]:
    """Return what sellers and the platform paid beyond promotions, on lines with more off than theirs gives."""
    more = attributed["outcome"].eq("unexplained") & (attributed["observed_off"] > attributed["expected_off"])
    beyond = attributed[more.fillna(value=False)]
    return int(beyond["beyond_by_seller"].sum()), int(beyond["beyond_by_platform"].sum())


def _items(order_lines: pd.DataFrame, paths: PricePaths) -> Ints:
    """Return the item of every order line: by seller and SKU, else by seller and product; ``UNKNOWN`` for none.

    A line whose seller is not known is the item's that alone has its SKU.
    """
    first = paths.lines[["seller_id", "product_id", "sku_id"]].iloc[paths.items.first_line].astype("str")
    named = first.reset_index(drop=True).assign(item=np.arange(len(first)))
    asked = order_lines[["seller_id", "product_id", "sku_id"]].astype("str").reset_index(drop=True)
    found = _looked_up(asked, named[~paths.items.is_product], ["seller_id", "sku_id"])
    by_product = _looked_up(asked, named[paths.items.is_product], ["seller_id", "product_id"])
    alone = named[~paths.items.is_product].drop_duplicates("sku_id", keep=False)
    by_sku = np.where(asked["seller_id"].isna(), _looked_up(asked, alone, ["sku_id"]), UNKNOWN)
    return np.where(found != UNKNOWN, found, np.where(by_product != UNKNOWN, by_product, by_sku))


def _looked_up(asked: pd.DataFrame, named: pd.DataFrame, keys: list[str]) -> Ints:
    known = named.dropna(subset=keys).drop_duplicates(keys)
    found: Ints = (
        asked[keys].merge(known[[*keys, "item"]], on=keys, how="left")["item"].fillna(UNKNOWN).to_numpy("int64")
    )
    return np.where(asked[keys].isna().any(axis=1), UNKNOWN, found)


def _rows(paths: PricePaths, item: Ints, created: Ints, quantity: Ints, observed: Ints) -> tuple[Ints, Bools]:
    """Return the row of the survey that each order line was bought under, and whether its discount agrees with it."""
    chosen, matched = np.full(len(item), UNKNOWN), np.zeros(len(item), dtype=bool)
    for where, row in _candidates(paths, item, created):
        off = (paths.items.listed[item[where]] - paths.survey.price[row]) * quantity[where]
        agrees = np.abs(off - observed[where]) <= quantity[where]
        better = ~matched[where] & (agrees | (chosen[where] == UNKNOWN))
        chosen[where[better]] = row[better]
        matched[where] |= agrees
    return chosen, matched


def _candidates(paths: PricePaths, item: Ints, created: Ints) -> Iterator[tuple[Ints, Ints]]:
    """Yield positions of order lines, with rows of the survey that they may have been bought under, anyone's first."""
    known = np.flatnonzero(item != UNKNOWN)
    groups = paths.group_of[item[known]]
    for group in np.unique(groups):
        where = known[groups == group]
        story, priced = paths.stories[group], paths.priced(int(group))
        where = where[np.isin(item[where], priced)]
        starts = np.array([stretch.starts for stretch in story.stretches], dtype="int64")
        place = np.searchsorted(starts, created[where], side="right") - 1
        for number, stretch in enumerate(story.stretches):
            here = where[(place == number) & (created[where] < stretch.ends)]
            for sight in story.sights[stretch.state] if len(here) else ():
                yield here, paths.begins[int(group), sight.scene] + np.searchsorted(priced, item[here])


def _promotions(paths: PricePaths, row: Ints) -> tuple[Ints, Ints, Ints]:
    """Return, for rows of the survey (``UNKNOWN``: none), what sets the price, what it takes off, the seller's part."""
    seen = row != UNKNOWN
    distinct, back = np.unique(row[seen], return_inverse=True)
    by, off, seller = (np.full(len(row), fill) for fill in (UNKNOWN, 0, 0))
    if len(distinct):
        columns = paths.explainer.columns(distinct, np.ones(len(distinct), dtype="int64"))
        taken = columns["list_price"] - columns["product_price"]
        by[seen], off[seen] = columns["price_by"][back], taken[back]
        seller[seen] = shares_of(taken, paths.stack.terms.seller_pays[columns["price_by"]])[back]
    return by, off, seller
