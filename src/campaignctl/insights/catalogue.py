"""All insights, by code: the pages of the family folders beside this file."""

from functools import cache

from campaignctl.catalogue.loader import load
from campaignctl.insights.insight import Insight

FAMILIES = {
    "DRV": "what the change is made of",
    "SLC": "what moved",
    "TGT": "against plan",
    "CON": "concentration",
    "PRM": "promotions and discounts",
    "PRC": "promises kept and broken",
    "STK": "stock",
    "RET": "cancellations and refunds",
    "LIV": "livestreams",
    "TRD": "time and trend",
    "OPP": "what to repeat, stop and try",
}


@cache
def insights() -> dict[str, Insight]:
    """Return every insight page by code; ``ValueError`` when a file does not fit."""
    return load("campaignctl.insights", "INSIGHT", Insight)
