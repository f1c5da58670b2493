"""A target is said in its metric's own unit: money with its sign, anything else as a count."""

import pandas as pd

from campaignctl.domain.formats import Format, words
from campaignctl.rules.campaign import MONEY_METRICS
from campaignctl.rules.case import Case


def said_number(metrics: "pd.Series[str]", numbers: "pd.Series[float]", case: Case) -> "pd.Series[str]":
    """Return each number (money in major units) as people read it; blank where it is missing."""
    said = [
        ""
        if pd.isna(n)
        else words(float(n), Format.MONEY if m in MONEY_METRICS else Format.COUNT, case.campaign.currency)
        for m, n in zip(metrics, numbers, strict=True)
    ]
    return pd.Series(said, index=metrics.index, dtype="str")
