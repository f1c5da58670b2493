"""An item is what has a price of its own: a SKU of a seller, or a product where its line names no SKU.

A line that names only a product holds for every variation of it: for the product as an item, and for each SKU of that
product that stands in a line of its own.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from campaignctl.pricing.shares import Ints

UNKNOWN = -1
"""An amount, a limit or a code that nobody stated."""

_HIGHEST = np.iinfo(np.int64).max


@dataclass(frozen=True, slots=True)
class Items:
    """Items in the order in which lines first name them; money in minor units, ``UNKNOWN`` where not stated.

    ``first_line`` is the position of the line that names an item first, ``of_line`` the item of every line (``UNKNOWN``
    where it names neither SKU nor product). Of several list prices the lowest counts, of several costs the highest:
    the worst case is asked for. ``floor`` is the lowest that any of its lines names; ``stock`` is what all of its lines
    keep together, not known where one of them does not say.
    """

    first_line: Ints
    of_line: Ints
    seller: Ints
    product: Ints
    is_product: "np.ndarray[Any, np.dtype[np.bool_]]"
    listed: Ints
    cost: Ints
    floor: Ints
    stock: Ints

    def __len__(self) -> int:
        return len(self.first_line)


def items_of(lines: pd.DataFrame) -> Items:
    """Return the items that SKU lines name."""
    sellers, products, skus = (codes(lines[key]) for key in ("seller_id", "product_id", "sku_id"))
    whole = skus < 0
    things = np.where(whole, skus.max(initial=0) + 1 + products, skus)
    named = ~whole | (products >= 0)
    keys = (sellers + 1) * (things.max(initial=0) + 1) + things
    of_line = np.full(len(lines), UNKNOWN)
    found = pd.factorize(keys[named])[0].astype("int64")
    of_line[named] = found
    first = _first_positions(of_line, found.max(initial=-1) + 1)
    count = len(first)
    listed = _least(of_line, amounts(lines["list_price"]), count)
    return Items(
        first_line=first,
        of_line=of_line,
        seller=sellers[first],
        product=products[first],
        is_product=whole[first],
        listed=listed,
        cost=_most(of_line, amounts(lines["unit_cost"]), count),
        floor=_least(of_line, amounts(lines["floor_price"]), count),
        stock=_sum(of_line, amounts(lines["stock"]), count),
    )


def codes(words: "pd.Series[Any]") -> Ints:
    """Return a number for every distinct word, ``UNKNOWN`` where it is missing."""
    return pd.factorize(words)[0].astype("int64")


def amounts(money: "pd.Series[Any]") -> Ints:
    """Return amounts or counts as plain numbers, ``UNKNOWN`` where missing or negative."""
    plain: Ints = money.to_numpy(dtype="int64", na_value=UNKNOWN)
    return np.maximum(plain, UNKNOWN)


def _first_positions(of_line: Ints, count: int) -> Ints:
    first = np.zeros(count, dtype="int64")
    backwards = np.arange(len(of_line))[::-1]
    known = of_line[backwards] >= 0
    first[of_line[backwards][known]] = backwards[known]
    return first


def _least(of_line: Ints, stated: Ints, count: int) -> Ints:
    found = np.full(count, _HIGHEST)
    told = (of_line >= 0) & (stated != UNKNOWN)
    np.minimum.at(found, of_line[told], stated[told])
    return np.where(found == _HIGHEST, UNKNOWN, found)


def _most(of_line: Ints, stated: Ints, count: int) -> Ints:
    found = np.full(count, UNKNOWN)
    told = of_line >= 0
    np.maximum.at(found, of_line[told], stated[told])
    return found


def _sum(of_line: Ints, stated: Ints, count: int) -> Ints:
    told = of_line >= 0
    found = np.zeros(count, dtype="int64")
    np.add.at(found, of_line[told], stated[told])
    found[of_line[told & (stated == UNKNOWN)]] = UNKNOWN
    return found
