"""An amount below one unit of the currency looks like a percentage: Excel holds 30 % as 0.3."""

from typing import Any

import pandas as pd

from campaignctl.domain.money import CURRENCIES
from campaignctl.marketplaces.schema import AmountFloor, Profile, Tool
from campaignctl.rules.case import Case
from campaignctl.rules.prm._limits import by_tool, limits


def like_a_share(case: Case, money: "pd.Series[Any]") -> "pd.Series[Any]":
    """Whether an amount (minor units) lies between nothing and one unit of the currency."""
    return money.gt(0) & money.lt(10 ** CURRENCIES[case.campaign.currency].decimals)


def sure_share(case: Case, rows: pd.DataFrame, key: str) -> "pd.Series[Any]":
    """Whether such an amount can hardly be meant: a round percentage, and no amount that the tool would take."""
    money = rows[f"{key}_money"]
    floors = {tool: floor.least for tool, floor in limits(case.profile, least_floor).items()}
    known = by_tool(rows, floors, "Int64")
    taken = rows["kind_of_value"].eq("Amount off") & (money >= known).fillna(value=False)
    return (money % 5 == 0) & ~taken


def least_floor(tool: Tool) -> AmountFloor | None:
    """Return the least amount off that a tool may take from any shop, whatever the shop's average order is."""
    floors = [floor for floor in tool.least_amounts if floor.severity is not None]
    return min(floors, key=lambda floor: floor.least, default=None)


def floor_words(profile: Profile) -> str:
    """Return the least amounts of all tools with their sources."""
    return "; ".join(f"{tool.name}, {floor.words}" for tool in profile.tools.values() for floor in tool.least_amounts)
