"""The figures of what shops hand in beside orders: in total, and by shop, creator or video, the largest first."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import narwhals as nw
import pandas as pd

from campaignctl.metrics.beside import campaign_rows
from campaignctl.metrics.catalogue import by_id, of_table
from campaignctl.metrics.compute import BY_TOTAL, Dimension, breakdown, enter
from campaignctl.metrics.counting import placed_lines
from campaignctl.metrics.ledger import Key
from campaignctl.metrics.measures import BESIDE_ORDERS, Table
from campaignctl.metrics.told import single_lines
from campaignctl.stages.report.basis import Basis

MOST_ROWS = 200
"""Rows of a table by creator or video; a team that wants the rest asks the export itself."""


def enter_beside(basis: Basis) -> Basis:
    """Return the basis with the campaign's rows of every export that was handed in, and enter their totals.

    Orders are entered as well by when they were placed.
    """
    told = {table: rows for table in BESIDE_ORDERS if (rows := _campaign_rows(basis, table)) is not None}
    for table, rows in told.items():
        _enter(basis, table, rows)
    if basis.has_lines and basis.tells_orders:
        placed = placed_lines(single_lines(basis.inputs.order_lines), basis.inputs.scope, basis.periods)
        _enter(basis, Table.PLACED_LINES, placed)
    return replace(basis, beside=told)


def _enter(basis: Basis, table: Table, rows: nw.LazyFrame[Any]) -> None:
    pages = of_table(table)
    enter(basis.ledger, pages, breakdown(rows, pages, BY_TOTAL, basis.periods, compare=False))


def campaign_table(basis: Basis, table: Table) -> nw.LazyFrame[Any] | None:
    """Return the campaign's rows of the shops that take part; None without any."""
    return basis.beside.get(table)


def _campaign_rows(basis: Basis, table: Table) -> nw.LazyFrame[Any] | None:
    native = basis.inputs.beside.get(table)
    if native is None:
        return None
    rows = campaign_rows(table, native, basis.periods)
    sellers = basis.inputs.scope.sellers
    if sellers:
        rows = rows.filter(nw.col("seller_id").is_null() | nw.col("seller_id").is_in(sorted(sellers)))
    return rows if len(rows.head(1).collect(backend="pandas")) else None


def ranked(basis: Basis, table: Table, dimension: Dimension, metrics: Sequence[str]) -> tuple[Key, ...]:
    """Enter ``metrics`` by ``dimension``; return the keys, those with most of the first metric first."""
    rows = campaign_table(basis, table)
    if rows is None:
        return ()
    pages = tuple(by_id(word) for word in metrics)
    found = breakdown(rows, pages, dimension, basis.periods, compare=False)
    worth = pages[0].combine(found.campaign).fillna(0)
    order = sorted(zip(found.keys, worth, strict=True), key=lambda one: (one[0] is None, -one[1], one[0] or ""))
    keys = tuple(key for key, _ in order)[:MOST_ROWS]
    enter(basis.ledger, pages, found, keys)
    return keys


def named(basis: Basis, table: Table, key: str, *columns: str) -> dict[str, tuple[str | None, ...]]:
    """Return what the rows of each ``key`` say in ``columns``, the last word by the alphabet where they differ."""
    rows = campaign_table(basis, table)
    if rows is None:
        return {}
    told = rows.group_by(key).agg(*[nw.col(column).max() for column in columns])
    frame = told.collect(backend="pandas").to_native().dropna(subset=[key]).set_index(key)
    return {
        str(of): tuple(None if pd.isna(cell) else str(cell) for cell in row)
        for of, row in zip(frame.index, frame[list(columns)].to_numpy(), strict=True)
    }
