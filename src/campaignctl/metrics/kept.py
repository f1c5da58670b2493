"""Lines that many figures are taken from are counted once and kept, in a form that is small and quick to group.

A lazy table is worked out anew for every question. In a database the lines are therefore written to a temporary table:
few-valued words as numbers of an ordered list, ids of orders as numbers where all of them are. A pandas frame is kept
as it is.
"""

from collections.abc import Iterable, Mapping
from itertools import count
from typing import Any

import narwhals as nw

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
NUMBERS = (
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
    "fact",
)
_ORDER = "order_id"
_SAME = f"coalesce(bool_and(CAST(TRY_CAST({_ORDER} AS BIGINT) AS VARCHAR) = {_ORDER}), FALSE)"
_numbers = count(1)


def kept(table: nw.LazyFrame[Any], lines: nw.LazyFrame[Any], made: Mapping[str, Iterable[str]]) -> nw.LazyFrame[Any]:
    """Return ``table`` worked out once, with the columns that measures, dimensions and reports of lines need.

    ``table`` was made from ``lines``, the order lines as they were read; ``made`` are its further columns of words with
    the words that each may hold; flags of predicates are kept, whatever their names.
    """
    if table.implementation is not nw.Implementation.DUCKDB:
        return table
    source, raw, number = table.to_native(), lines.to_native(), next(_numbers)
    given = lines.collect_schema().names()
    types = {name: f"words_{number}_{name}" for name in given if name in FEW}
    for name, kind in types.items():
        words = f"SELECT DISTINCT {name} FROM raw WHERE {name} IS NOT NULL ORDER BY 1"
        raw.query("raw", f"CREATE TYPE {kind} AS ENUM ({words})")
    for name in made.keys() - given:
        if words := ", ".join(map(_literal, sorted(set(made[name])))):
            types[name] = f"words_{number}_{name}"
            raw.query("raw", f"CREATE TYPE {types[name]} AS ENUM ({words})")
    if raw.query("raw", f"SELECT {_SAME} FROM raw").fetchall()[0][0]:
        types[_ORDER] = "BIGINT"
    listed = {*FEW, *NUMBERS, *made, _ORDER}
    wanted = [name for name in table.collect_schema().names() if name in listed or name.startswith("is_")]
    columns = ", ".join(f"CAST({name} AS {types[name]}) AS {name}" if name in types else name for name in wanted)
    source.query("counted", f"CREATE TEMP TABLE kept_{number} AS SELECT {columns} FROM counted")
    return nw.from_native(raw.query("raw", f"SELECT * FROM kept_{number}")).lazy()  # type: ignore[no-any-return]


def _literal(word: str) -> str:
    return "'" + word.replace("'", "''") + "'"
