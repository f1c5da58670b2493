"""The rule catalogue: every page in the family folders, in code order."""

from functools import cache

from campaignctl.catalogue.loader import load
from campaignctl.rules.rule import Rule

FAMILIES = {
    "WBK": "the workbook as a file",
    "CMP": "campaign",
    "PRM": "promotions",
    "SEL": "sellers",
    "SKU": "products",
    "STK": "stacking",
    "LCK": "what is locked",
    "LIV": "livestreams",
    "TIM": "timeline",
    "COM": "contacts",
}


@cache
def rules() -> dict[str, Rule]:
    """Return all rules by code."""
    return load("campaignctl.rules", "RULE", Rule)
