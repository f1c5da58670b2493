"""What an earlier lock holds stays as it was promised: a second lock takes it over, with the changes since."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

import pandas as pd

from campaignctl.domain.changes import Change, promised
from campaignctl.domain.lock import Lock
from campaignctl.domain.terms import item_of, product_words


@dataclass(frozen=True, slots=True)
class Held:
    """An earlier lock at three moments: as it was taken, with all its changes, and with those in effect ``now``."""

    base: Lock
    later: Lock
    now: Lock

    def kept(self, name: str, live: pd.DataFrame, keys: list[str], fields: list[str]) -> pd.DataFrame:
        """Return ``live`` rows of a frame; those that say nothing new as they are promised now.

        A row says nothing new when in all ``fields`` it says what the lock says, or what its changes make of it. One
        that a change withdrew is left out.
        """
        base, later, now = (_keyed(getattr(lock, name), keys) for lock in (self.base, self.later, self.now))
        rows = _keyed(live, keys)
        known = _says(rows, base, fields) | _says(rows, later, fields)
        kept = now[now.index.isin(rows.index[known])]
        return pd.concat([rows[~known], kept]).reset_index(drop=True)


def held_since(lock: Lock | None, changes: Iterable[Change], at: datetime) -> Held | None:
    """Return an earlier lock with its changes; None when there is none."""
    if lock is None:
        return None
    moved = tuple(changes)
    return Held(lock, promised(lock, moved), promised(lock, moved, at))


def _keyed(rows: pd.DataFrame, keys: list[str]) -> pd.DataFrame:
    if "item" in keys:
        rows = rows.assign(item=item_of(rows, product_words(rows)))
    told = rows.drop_duplicates(keys)
    return told.set_index(pd.MultiIndex.from_frame(told[keys]))


def _says(rows: pd.DataFrame, held: pd.DataFrame, fields: list[str]) -> "pd.Series[bool]":
    """Whether each row says in all ``fields`` what ``held`` says of it."""
    other = held.reindex(rows.index)
    same = pd.Series(rows.index.isin(held.index), index=rows.index)
    for field in fields:
        alike = rows[field].eq(other[field]).fillna(value=False) | (rows[field].isna() & other[field].isna())
        same &= alike.astype(bool)
    return same
