"""Columns of plain numbers become the columns of a frame: ids as words, moments as instants, the unknown as missing."""

from typing import Any

import numpy as np
import pandas as pd

from campaignctl.pricing.explain import MISSING, Columns
from campaignctl.pricing.items import UNKNOWN
from campaignctl.pricing.shares import Ints
from campaignctl.pricing.surveyed import Surveyed

_STATED = ("unit_cost", "floor_price")
_SIGNED = ("contribution", "room")


def laid_out(columns: Columns, held: Surveyed) -> Columns:
    """Return the columns of ``prices_shape`` from those of an explanation and its stretches of time."""
    names = [audience.name for audience in held.stack.audiences]
    ids = [offer.id for offer in held.offers]
    return {
        **columns,
        **words_of(held.lines, held.items.first_line[columns["item"]]),
        **{key: instants(columns[key]) for key in ("starts", "ends")},
        **{key: amounts(columns[key], UNKNOWN) for key in _STATED},
        **{key: amounts(columns[key], MISSING) for key in _SIGNED},
        **{key: pd.Categorical(columns[key]) for key in ("made_by", "beside")},
        "audience": few(columns["audience"], names),
        "price_by": few(columns["price_by"], ids),
        "unclear": pd.array(columns["unclear"], dtype="boolean"),
    }


def words_of(lines: pd.DataFrame, line: Ints) -> Columns:
    """Return what names an item: the ids of its first line, no SKU ID where it is a product."""
    return {key: lines[key].array.take(line).astype("str") for key in ("seller_id", "product_id", "sku_id")}


def instants(microseconds: Ints) -> Any:
    """Return moments in microseconds since 1970 as instants."""
    return pd.to_datetime(microseconds, unit="us", utc=True).as_unit("us").array


def amounts(values: Ints, unknown: int) -> Any:
    """Return amounts as a nullable column; ``unknown`` is what stands for a missing one."""
    return pd.arrays.IntegerArray(np.where(values == unknown, 0, values), values == unknown)


def few(numbers: Ints, words: list[str]) -> pd.Categorical:
    """Return numbered words as a few-valued column; a negative number is missing."""
    distinct = list(dict.fromkeys(words))
    codes = np.array([*(distinct.index(word) for word in words), UNKNOWN])
    return pd.Categorical.from_codes(codes[numbers], categories=pd.Index(distinct, dtype="str"))
