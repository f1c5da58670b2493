"""How many units one buyer may take: what the marketplace offers, and which lines ask for something else."""

from typing import Any

import pandas as pd

from campaignctl.domain.forms import NO_LIMIT
from campaignctl.marketplaces.schema import Profile, Quantity
from campaignctl.rules.case import Case


def offered(profile: Profile) -> dict[str, Quantity]:
    """Return the limit per buyer of every tool that has both ends on record and weighs them, by the tool's key."""
    limits = {key: tool.buyer_limit for key, tool in profile.tools.items()}
    return {
        key: limit
        for key, limit in limits.items()
        if limit.least and limit.most and limit.least.severity and limit.most.severity
    }


def not_offered(case: Case) -> "pd.Series[Any]":
    """Whether a line's limit lies outside what its tool offers; without a tool known, whether it is below one."""
    known = offered(case.profile)
    least = {key: limit.least.value for key, limit in known.items() if limit.least}
    most = {key: limit.most.value for key, limit in known.items() if limit.most}
    number = case.sku_lines["per_buyer"]
    suspect = (number < max(least.values(), default=1)) | (number > min(most.values(), default=1))
    few = case.sku_lines[(suspect & (number != NO_LIMIT)).fillna(value=False).astype(bool)]
    tool = few["tool"].astype("str")
    too_few = few["per_buyer"] < tool.map(least).astype("Int64").fillna(1)
    too_many = (few["per_buyer"] > tool.map(most).astype("Int64")).fillna(value=False)
    return (too_few | too_many).reindex(number.index, fill_value=False)
