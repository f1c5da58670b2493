"""How much money a coupon can give away: what it takes off, times how often it can be claimed."""

from typing import Any

import pandas as pd


def at_stake(rows: pd.DataFrame) -> "pd.Series[Any]":
    """Return amount off times quantity in minor units; missing for percentages and where there is no limit."""
    amount = rows["value_money"].where(rows["kind_of_value"].eq("Amount off"))
    return (amount * rows["quantity"].where(rows["quantity"] > 0)).astype("Int64")
