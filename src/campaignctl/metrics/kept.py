"""Lines that many figures are taken from are counted once and kept, in a form that is small and quick to group.

A lazy table is worked out anew for every question. In a database the lines are therefore written to a temporary table:
few-valued words as numbers of an ordered list, ids of orders as numbers where all of them are. A pandas frame is kept
as it is.
"""

from collections.abc import Iterable, Mapping
from itertools import count
from typing import Any

import narwhals as nw

from campaignctl.metrics.told import SUMMED

FEW = (
    "seller_id",
    "sku_id",
    "product_id",
    "product_name",
    "promotion_id",
    "channel",
    "paid_day",
    "created_day",
    "file",
    "sheet",
)
"""Columns of order lines that repeat their words."""
AS_THEY_ARE = (
    "quantity",
    "returned_quantity",
    "subtotal_before_discount",
    "platform_discount",
    "seller_discount",
    "subtotal_after_discount",
    "created",
    "paid",
    "row",
    "period",
    "refund",
    "campaign_category",
    "promotion_id",
    "stream_key",
    "fact",
)
_FLAGS = ("is_", SUMMED, "told_")
"""How the names begin of flags of predicates, and of what rows of sums say beside their amounts."""
_ORDER, _SKU, _PAIR = "order_id", "sku_id", "sku_order"
_ALL_NUMBERS = f"coalesce(bool_and(CAST(TRY_CAST({_ORDER} AS BIGINT) AS VARCHAR) = {_ORDER}), FALSE)"
_numbers = count(1)


def kept(table: nw.LazyFrame[Any], native: object, made: Mapping[str, Iterable[str]]) -> nw.LazyFrame[Any]:
    """Return ``table`` worked out once, with the columns that measures, dimensions and lists of lines need.

    ``table`` is that of ``counting.counted_lines``, made from ``native``. ``made`` names further columns of few words,
    with all that each may hold.
    """
    if table.implementation is not nw.Implementation.DUCKDB:
        return table
    raw: Any = native
    number = next(_numbers)
    types = _types(raw, made, number)
    names = table.collect_schema().names()
    columns = [f"CAST({name} AS {types[name]}) AS {name}" for name in names if name in types]
    columns += [name for name in names if name not in types and (name in AS_THEY_ARE or name.startswith(_FLAGS))]
    if types[_ORDER] == "BIGINT":  # the pair of two numbers is a number as well
        sku = f"CAST({_SKU} AS {types[_SKU]})"
        columns.append(f"CAST({_ORDER} AS HUGEINT) * 4294967296 + enum_code({sku}) AS {_PAIR}")
    else:
        columns.append(_PAIR)
    table.to_native().query("counted", f"CREATE TEMP TABLE kept_{number} AS SELECT {', '.join(columns)} FROM counted")
    return nw.from_native(raw.query("raw", f"SELECT * FROM kept_{number}")).lazy()  # type: ignore[no-any-return]


def _types(raw: Any, made: Mapping[str, Iterable[str]], number: int) -> dict[str, str]:
    """Return the type of every column of words and of the order's id, and make those that are lists of words."""
    types = {}
    for name in (column for column in FEW if column in raw.columns):
        types[name] = f"words_{number}_{name}"
        more = "".join(f" UNION SELECT {_literal(word)}" for word in sorted(set(made.get(name, ()))))
        words = f"SELECT {name} FROM (SELECT DISTINCT {name} FROM raw{more}) WHERE {name} IS NOT NULL ORDER BY 1"
        raw.query("raw", f"CREATE TYPE {types[name]} AS ENUM ({words})")
    for name in made.keys() - types.keys():
        if words := ", ".join(map(_literal, sorted(set(made[name])))):
            types[name] = f"words_{number}_{name}"
            raw.query("raw", f"CREATE TYPE {types[name]} AS ENUM ({words})")
    all_numbers = raw.query("raw", f"SELECT {_ALL_NUMBERS} FROM raw").fetchall()[0][0]
    return {**types, _ORDER: "BIGINT" if all_numbers else "VARCHAR"}


def _literal(word: str) -> str:
    return "'" + word.replace("'", "''") + "'"
