"""Rows of the sheet Changes, and what they met in the newest lock."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from campaignctl.domain.changes import EVENT, Met, met
from campaignctl.rules.case import Case

HEADINGS = {
    "campaign_price": "Campaign price",
    "stock": "Stock",
    "per_buyer": "Per buyer",
    "quantity": "Quantity",
    "starts": "Starts",
    "ends": "Ends",
    "value_percent": "Value",
    "value_money": "Value",
}
"""How a profile calls the fields whose changes a marketplace restricts."""


def on_record(case: Case) -> tuple[Met, ...]:
    """Return what each change that is not part of the lock yet met there; nothing without a lock."""
    return tuple(met(case.lock, case.changes)) if case.lock else ()


def in_rows(case: Case, found: Mapping[int, Mapping[str, Any]]) -> pd.DataFrame:
    """Return the rows of the sheet whose numbers are in ``found``, with the columns that it gives each of them."""
    rows = case.frames["changes"]
    rows = rows[rows["row"].isin([*found])]
    keys = {key for more in found.values() for key in more}
    numbers = rows["row"].tolist()
    told: dict[str, Any] = {key: [found[number].get(key) for number in numbers] for key in sorted(keys)}
    return rows.assign(**told)


def is_change(rows: pd.DataFrame) -> "pd.Series[bool]":
    """Whether each row changes something; an event explains a curve and changes nothing."""
    return rows["kind"].notna() & rows["kind"].ne(EVENT).fillna(value=True).astype(bool)


def promotions_of(case: Case, one: Met) -> pd.DataFrame:
    """Return the locked promotions that a change is about, or whose lines it is about."""
    lock = case.lock
    if lock is None:
        return pd.DataFrame()
    key = {"lines": "promotion_id", "promotions": "id"}.get(one.change.frame)
    return lock.promotions[lock.promotions["id"].isin(one.rows[key] if key else [])]
