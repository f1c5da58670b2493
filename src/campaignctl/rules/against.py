"""A registered line is judged together with what the newest lock holds of it.

``against_lock`` adds to every line: ``item`` (what tells the lines of a seller and promotion apart), ``locked`` (the
lock holds it), ``known_at_lock`` (it was there when the lock was taken, part of it or not) and, of the lock itself and
as Changes left it, ``locked_price``, ``locked_list_price``, ``locked_stock``, ``locked_per_buyer`` and the same as
``promised_...``; all missing where there is no lock.
"""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

import numpy as np
import pandas as pd

from campaignctl.domain.changes import Change, promised
from campaignctl.domain.lock import Lock
from campaignctl.domain.terms import item_of, product_words

LINE = ["seller_id", "promotion_id", "item"]
FIELDS = {
    "campaign_price": "locked_price",
    "list_price": "locked_list_price",
    "stock": "locked_stock",
    "per_buyer": "locked_per_buyer",
}
"""What a lock holds of a line, by the line's own column."""


def against_lock(lines: pd.DataFrame, lock: Lock | None, changes: Iterable[Change]) -> pd.DataFrame:
    """Return SKU lines with what the lock says of them; see the module's docstring."""
    if lock is None:
        return lines.assign(**_nothing(len(lines)))
    keyed = lines.assign(item=item_of(lines, product_words(lines)))
    keys = pd.MultiIndex.from_frame(keyed[LINE].astype("str"))
    explained = promised(lock, [replace(change, approved=True) for change in changes])
    held = by_line(lock.lines)
    later = held if explained is lock else by_line(explained.lines)
    added: dict[str, Any] = {}
    for rows, prefix in ((held.reindex(keys), "locked"), (later.reindex(keys), "promised")):
        added |= {name.replace("locked", prefix, 1): rows[key].array for key, name in FIELDS.items()}
    inside = keys.isin(held.index)
    known = inside | keys.isin(by_line(lock.left_out).index)
    alone = ~keys.duplicated(keep="last")  # of a line told twice a lock holds the last
    added |= {"locked": pd.array(inside & alone, dtype="boolean"), "known_at_lock": pd.array(known, dtype="boolean")}
    return keyed.assign(**added)


def by_line(rows: pd.DataFrame) -> pd.DataFrame:
    """Return a lock's lines by seller, promotion and item, the first of each."""
    items = item_of(rows, product_words(rows))
    keys = pd.MultiIndex.from_arrays([rows["seller_id"], rows["promotion_id"], items], names=LINE)
    return rows.set_axis(keys)[~keys.duplicated()]


def _nothing(length: int) -> dict[str, Any]:
    numbers = pd.arrays.IntegerArray(np.zeros(length, "int64"), np.ones(length, bool))
    flags = pd.arrays.BooleanArray(np.zeros(length, bool), np.zeros(length, bool))
    names = [*FIELDS.values(), *(name.replace("locked", "promised", 1) for name in FIELDS.values())]
    return {
        "item": pd.array([None] * length, dtype="str"),
        "locked": flags,
        "known_at_lock": flags,
        **dict.fromkeys(names, numbers),
    }


def unexplained(lines: pd.DataFrame, key: str, changes: Iterable[Change]) -> "pd.Series[bool]":
    """Whether each line says in ``key`` what neither the lock nor any change says; blank cells are not judged."""
    name = FIELDS[key]
    live = lines[key]
    off = lines["locked"] & live.ne(lines[name]) & live.ne(lines[name.replace("locked", "promised", 1)])
    off = off.fillna(value=False).astype(bool)
    for change in changes:
        if change.frame == "lines" and change.field == key and change.new is not None and off.any():
            mine = lines["seller_id"].eq(change.seller) & lines["item"].eq(change.sku)
            off &= ~(mine & live.eq(change.new)).fillna(value=False).astype(bool)
    return off
