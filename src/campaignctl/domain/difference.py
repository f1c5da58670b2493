"""What two locks do not agree on: lines, promotions, streams and targets added, gone or changed, field by field."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pandas as pd

from campaignctl.domain.lock import FRAMES, Lock
from campaignctl.domain.terms import item_of, product_words

_NOT_PROMISED = frozenset({"terms", "decided_by", "decided_on", "file", "sheet", "row", "producer", "tool_name"})
"""Columns that may differ between two locks that promise the same."""

_KEYS = {
    "lines": ("seller_id", "promotion_id", "item"),
    "promotions": ("id",),
    "streams": ("stream_id",),
    "targets": ("level", "name", "metric"),
}
BUDGET = "budget"


@dataclass(frozen=True, slots=True)
class Moved:
    """One row, or one field of it, on which two locks differ.

    ``frame`` is ``lines``, ``promotions``, ``streams``, ``targets`` or ``budget``; ``key`` what tells the row apart.
    ``field`` is blank where the whole row was added (``before`` is None) or is gone (``after`` is None).
    """

    frame: str
    key: tuple[str, ...]
    field: str
    before: Any
    after: Any


@dataclass(frozen=True, slots=True)
class Difference:
    """Everything on which two locks differ, frame by frame; falsy when they promise the same."""

    moved: tuple[Moved, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.moved)

    def of(self, frame: str) -> tuple[Moved, ...]:
        """Return what differs in one frame."""
        return tuple(moved for moved in self.moved if moved.frame == frame)


def difference(before: Lock, after: Lock) -> Difference:
    """Return what ``after`` promises otherwise than ``before``."""
    moved = [moved for frame in _KEYS for moved in _of_frame(frame, getattr(before, frame), getattr(after, frame))]
    if before.platform_budget != after.platform_budget:
        moved.append(Moved(BUDGET, (), "platform_budget", before.platform_budget, after.platform_budget))
    return Difference(tuple(moved))


def _of_frame(frame: str, before: pd.DataFrame, after: pd.DataFrame) -> Iterator[Moved]:
    one, other = _keyed(frame, before), _keyed(frame, after)
    for key in one.index.difference(other.index, sort=True):
        yield Moved(frame, _words(key), "", True, None)
    for key in other.index.difference(one.index, sort=True):
        yield Moved(frame, _words(key), "", None, True)
    both = one.index.intersection(other.index, sort=True)
    for field in FRAMES[frame]:
        if field in _NOT_PROMISED or field in _KEYS[frame]:
            continue
        was, now = one.loc[both, field], other.loc[both, field]
        differs = (was.ne(now).fillna(value=True) & ~(was.isna() & now.isna())).to_numpy(dtype=bool)
        for key, old, new in zip(both[differs], was[differs].tolist(), now[differs].tolist(), strict=True):
            yield Moved(frame, _words(key), field, _value(old), _value(new))


def _keyed(frame: str, rows: pd.DataFrame) -> pd.DataFrame:
    if frame == "lines":
        rows = rows.assign(item=item_of(rows, product_words(rows)))
    keys = list(_KEYS[frame])
    told = rows.assign(**{key: rows[key].fillna("") for key in keys}).drop_duplicates(keys)
    return told.set_index(pd.MultiIndex.from_frame(told[keys]))


def _words(key: Any) -> tuple[str, ...]:
    return tuple(str(part) for part in (key if isinstance(key, tuple) else (key,)))


def _value(value: Any) -> Any:
    return None if pd.isna(value) else value
