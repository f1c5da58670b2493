"""What each promotion can cost the platform at worst."""

from typing import Any

import pandas as pd

from campaignctl.pricing.exposure import worst_cases
from campaignctl.rules.case import Case


def worst_by_promotion(case: Case) -> "pd.Series[Any]":
    """Return platform money at worst, in minor units, by promotion id; of those that something bounds."""
    return case.whole.once(_worst)


def _worst(case: Case) -> "pd.Series[Any]":
    pairs = zip(case.prices.offers, worst_cases(case.prices), strict=True)
    found = {offer.id: worst for offer, worst in pairs if worst is not None and not offer.own}
    return pd.Series(found, dtype="Int64")
