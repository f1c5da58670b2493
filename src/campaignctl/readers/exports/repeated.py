"""Orders that stand where they should not stand twice: one line again in its own file, one order with two shops.

An order may well hold the same SKU in two lines. Many lines a second time, or far from the first, are a file that
somebody pasted together, and an order id is one shop's alone.
"""

from collections.abc import Sequence
from pathlib import Path

import duckdb
import numpy as np
import pandas as pd

from campaignctl.domain.differing import Repeated
from campaignctl.readers.exports.engine import connect, parquet

_FAR, _MANY = 50, 0.02
"""Rows between two lines alike, and their share of a file: from there on it is no order that holds one SKU twice."""
_KEY = "hash(order_id, sku_id)"
_LINE = "order_id, sku_id, product_id, quantity, subtotal_after_discount, created, paid"
_WORTH = "CASE WHEN paid IS NOT NULL AND line_kind = 'sale' THEN subtotal_after_discount END"


def repeated(paths: Sequence[Path], passing: Path) -> tuple[Repeated, ...]:
    """Return what the order lines that count, in these tables, hold twice."""
    if not paths:
        return ()
    with connect(passing) as connection:
        lines = parquet(*paths)
        again = _again(connection, lines)
        if not len(again):
            return ()
        connection.register("again", pd.DataFrame({"key": again}))
        connection.execute(
            f"CREATE TEMP TABLE met AS SELECT *, {_WORTH} AS worth, hash({_LINE}) AS line FROM {lines}"
            f" WHERE order_id IS NOT NULL AND {_KEY} IN (SELECT key FROM again)"
        )
        return (*_in_one_file(connection, lines), *_of_two_shops(connection))


def _again(connection: duckdb.DuckDBPyConnection, lines: str) -> "np.typing.NDArray[np.uint64]":
    """Return the keys of order and SKU that stand in more than one line: sorting them is what costs least."""
    sql = f"SELECT {_KEY} AS key FROM {lines} WHERE order_id IS NOT NULL"
    keys = np.sort(np.asarray(connection.execute(sql).fetchnumpy()["key"], np.uint64))
    return np.unique(keys[1:][keys[1:] == keys[:-1]])


def _in_one_file(connection: duckdb.DuckDBPyConnection, lines: str) -> list[Repeated]:
    """Return files that hold lines twice, more of them than orders of two alike lines can explain, or far apart."""
    twice = (
        "SELECT file, seller_id, line, count(*) - 1 AS again, (count(*) - 1) * any_value(worth) AS more,"
        " max(row) - min(row) AS apart, min(row) AS first"
        " FROM met GROUP BY file, seller_id, line HAVING count(*) > 1"
    )
    found = connection.execute(
        "SELECT file, seller_id, CAST(sum(again) AS BIGINT), CAST(coalesce(sum(more), 0) AS BIGINT), min(first)"
        f" FROM ({twice}) t GROUP BY file, seller_id"
        f" HAVING max(apart) >= {_FAR} OR sum(again) >= {_MANY} *"
        f" (SELECT count(*) FROM {lines} l WHERE l.file = t.file) ORDER BY file, seller_id"
    ).fetchall()
    return [Repeated(file, (seller,) if seller else (), many, worth, row) for file, seller, many, worth, row in found]


def _of_two_shops(connection: duckdb.DuckDBPyConnection) -> list[Repeated]:
    """Return, by pairs of shops, the orders that both hand in."""
    by_order = (
        "SELECT order_id, min(seller_id) AS one, max(seller_id) AS other, max_by(file, seller_id) AS file,"
        " sum(worth) AS worth, count(DISTINCT seller_id) AS shops"
        " FROM met WHERE seller_id IS NOT NULL GROUP BY order_id HAVING min(seller_id) < max(seller_id)"
    )
    found = connection.execute(
        "SELECT min(file), one, other, count(*), CAST(coalesce(sum(worth - worth / shops), 0) AS BIGINT)"
        f" FROM ({by_order}) GROUP BY one, other ORDER BY one, other"
    ).fetchall()
    return [Repeated(file, (one, other), orders, worth) for file, one, other, orders, worth in found]
