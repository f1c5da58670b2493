"""What somebody saw when promotions started against what buyers must see by the lock, with its changes."""

from dataclasses import replace
from typing import Any

import pandas as pd

from campaignctl.domain.changes import promised
from campaignctl.domain.keyed_in import item_of_keyed, keyed_in
from campaignctl.rules.case import Case
from campaignctl.rules.expected import expected_prices


def must_see(case: Case) -> "pd.Series[Any]":
    """Return the price at start of each row of the launch checks, in minor units; missing where none is known."""
    checks = case.frames["launch_check"]
    return case.whole.once(_due).reindex(checks.index)


def _due(case: Case) -> "pd.Series[Any]":
    checks = case.frames["launch_check"]
    if case.lock is None:
        return pd.Series(pd.array([pd.NA] * len(checks), dtype="Int64"), index=checks.index)
    lock = promised(case.lock, [replace(change, approved=True) for change in case.changes])
    keyed = keyed_in(lock)
    rows = keyed.assign(item=item_of_keyed(keyed)).drop_duplicates(["promotion_id", "item"])
    rows = rows[_keys(rows).isin(_keys(checks))]
    prices = expected_prices(case, lock, rows)["shelf_price"].set_axis(_keys(rows))
    return pd.Series(prices.reindex(_keys(checks)).array, index=checks.index)


def _keys(rows: pd.DataFrame) -> pd.MultiIndex:
    return pd.MultiIndex.from_frame(rows[["promotion_id", "item"]].astype("str"))
