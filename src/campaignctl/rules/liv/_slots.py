"""The livestream slots that sellers offer: those of shops that take part."""

from typing import Any

import pandas as pd

from campaignctl.rules.case import Case


def offered(case: Case) -> pd.DataFrame:
    """Return the slots of every form that does not say No."""
    forms = case.registrations
    refused = forms.loc[forms["taking_part"].eq("No").fillna(value=False), "file"]
    rows: pd.DataFrame = case.slots[~case.slots["file"].isin(refused)]
    return rows


def lasting(rows: pd.DataFrame, key: str) -> "pd.Series[Any]":
    """Return when a slot that starts at ``key`` ends."""
    ends: pd.Series[Any] = rows[key] + pd.to_timedelta(rows["minutes"].fillna(0).astype("int64"), unit="min")
    return ends
