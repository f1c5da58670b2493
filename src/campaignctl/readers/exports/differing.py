"""What the newest pull of an order says against the one before, where nothing came to the order in between.

A status moves on, an order is cancelled, units come back: that is how orders live. Its lines, their amounts and the
times at which it was placed and paid stay what they were, and where they do not, one of the files is wrong.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path

import duckdb

from campaignctl.domain.differing import Differing
from campaignctl.readers.exports.engine import parquet

_AMOUNTS = ("subtotal_before_discount", "seller_discount", "platform_discount", "subtotal_after_discount")
_TIMES = ("created", "paid")
_UNIT = ("seller_id", "order_id")


def differing(
    connection: duckdb.DuckDBPyConnection, pulls: Sequence[tuple[Path, int]], named: Mapping[int, str]
) -> tuple[Differing, ...]:
    """Return the pairs of pulls of order lines that disagree.

    ``pulls`` are tables with the rank of their file, ``named`` the files by rank; the connection holds the table
    ``replaced`` of the orders that stand in several. An order is held against the pull before the newest alone: what
    changed once would else be told of every older pull.
    """
    lines = " UNION ALL ".join(_lines(path, rank) for path, rank in pulls)
    odd = {
        "amounts": f"NOT n.moved AND ({_unlike(_AMOUNTS)})",
        "quantities": f"NOT n.moved AND ({_unlike(('quantity',))})",
        "skus": "NOT coalesce(n.moved, m.moved) AND (o.sku_id IS NULL OR n.sku_id IS NULL)",
        "times": _unlike(_TIMES),
    }
    flags = ", ".join(f"coalesce({sql}, FALSE) AS {name}" for name, sql in odd.items())
    counts = ", ".join(f"count(*) FILTER ({name})" for name in odd)
    same = " AND ".join(f"o.{name} IS NOT DISTINCT FROM n.{name}" for name in (*_UNIT, "sku_id"))
    told = f"coalesce(o.worth, 0) AS before, coalesce(n.worth, 0) AS now, {_EXAMPLE} AS example"
    sql = f"""
      WITH lines AS ({lines}),
      aged AS (SELECT *, dense_rank() OVER (PARTITION BY seller_id, order_id ORDER BY pull DESC) AS age FROM lines),
      pairs AS (SELECT seller_id, order_id, max(pull) AS newest, min(pull) AS before, bool_or(moved) AS moved
                FROM aged WHERE age <= 2 GROUP BY seller_id, order_id HAVING bool_and(whole) AND min(pull) < max(pull)),
      o AS (SELECT * FROM aged WHERE age = 2), n AS (SELECT * FROM aged WHERE age = 1),
      both_told AS (SELECT m.seller_id, m.newest, m.before AS older, {flags}, {told}
               FROM o FULL JOIN n ON {same}
               JOIN pairs m ON m.order_id = coalesce(o.order_id, n.order_id)
                AND m.seller_id IS NOT DISTINCT FROM coalesce(o.seller_id, n.seller_id))
      SELECT seller_id, older, newest, count(*), {counts}, CAST(sum(now - before) AS BIGINT), min(example)
      FROM both_told WHERE {" OR ".join(odd)} GROUP BY seller_id, older, newest ORDER BY newest, older, seller_id"""
    return tuple(
        Differing(seller, named[older], named[newest], *counted)
        for seller, older, newest, *counted in connection.execute(sql).fetchall()
    )


_EXAMPLE = "concat('order ', coalesce(o.order_id, n.order_id), ', SKU ', coalesce(o.sku_id, n.sku_id))"


def _lines(path: Path, rank: int) -> str:
    """Return the SQL of a pull's lines of such orders, those of one SKU together.

    A line is ``moved`` where something came to its order that changes what it holds.
    """
    numbers = ", ".join(f"sum({name}) AS {name}" for name in ("quantity", *_AMOUNTS))
    times = ", ".join(f"min({name}) AS {name}" for name in _TIMES)
    moved = "bool_or(coalesce(status = 'cancelled', FALSE) OR coalesce(returned_quantity, 0) > 0)"
    refunded = f"bool_or(bool_or(coalesce(order_refund, 0) > 0)) OVER (PARTITION BY {', '.join(_UNIT)})"
    return (
        f"SELECT {', '.join(_UNIT)}, sku_id, {rank} AS pull, {numbers}, {times}, {moved} OR {refunded} AS moved,"
        f" bool_and(sku_id IS NOT NULL) AS whole,"
        f" sum(subtotal_after_discount) FILTER (paid IS NOT NULL AND line_kind = 'sale') AS worth"
        f" FROM {parquet(path)} SEMI JOIN replaced USING (order_id) GROUP BY {', '.join(_UNIT)}, sku_id"
    )


def _unlike(names: Sequence[str]) -> str:
    """Return the SQL of whether both pulls tell one of these, and tell it differently."""
    return " OR ".join(f"o.{name} <> n.{name}" for name in names)
