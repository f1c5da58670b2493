"""The second tier of a promotion does not ask for more than the first, or does not give more.

Seller Center refuses such tiers; and where it did not, nobody would ever buy up to the second.
"""

from collections.abc import Iterator
from typing import Any

import pandas as pd

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.domain.money import CURRENCIES
from campaignctl.rules.case import Case
from campaignctl.rules.prm._limits import limit_words, limits, weighed
from campaignctl.rules.promotions import standing
from campaignctl.rules.rule import Rows, Rule, failing


def check(case: Case) -> Iterator[Rows]:
    """Find second tiers at or under the first, in units, in money, in percent off or in amount off."""
    rows = case.promotions
    units = 10 ** CURRENCIES[case.campaign.currency].decimals
    spend = (rows["tier2_from"] * units).round().astype("Int64")
    in_units = rows["min_quantity"].notna()
    ask = "tier 2 from {tier2_from} is not above tier 1 from {min_quantity}"
    yield from _low(case, in_units & (rows["tier2_from"] <= rows["min_quantity"]), "tier2_from", ask)
    ask = "tier 2 from {from_money} is not above tier 1 from {min_spend}"
    yield from _low(case, ~in_units & (spend <= rows["min_spend"]), "tier2_from", ask, from_money=spend)
    for kind in ("percent", "money"):
        give = f"tier 2 gives {{tier2_value_{kind}}}, not more than the {{value_{kind}}} of tier 1"
        yield from _low(case, rows[f"tier2_value_{kind}"] <= rows[f"value_{kind}"], "tier2_value", give)


def _low(case: Case, mask: "pd.Series[Any]", at: str, say: str, **more: Any) -> Iterator[Rows]:
    rows = case.promotions
    named = {key for key, tool in case.profile.tools.items() if tool.tiers.rising}
    rising = {key: limit for key, limit in limits(case.profile, lambda tool: tool.tiers.rising).items() if limit.value}
    yield failing(rows, mask & ~rows["tool"].isin(list(named)), at=at, say=say, **more)
    yield from weighed(rows, mask, rising, at=at, say=say, **more)


def _tiered(rows: pd.DataFrame) -> "pd.Series[bool]":
    return standing(rows) & (rows["tier2_from"].notna() | rows["tier2_value"].notna())


RULE = Rule(
    code="PRM117",
    name="tier-two-not-above-tier-one",
    severity=Severity.ERROR,
    over="promotions",
    where=_tiered,
    check=check,
    fix="Raise the second tier above the first, or delete it.",
    limit=lambda profile: limit_words(profile, lambda tool: tool.tiers.rising),
    see=("PRM110",),
    examples=(
        draw("""
Promotions
   | ID      | Tool               | Kind of value | Value | Min. spend | Min. quantity | Tier 2 from | Tier 2 value
 7 | HD26-01 | Buy more save more | Percent off   | 10%   |            | 2             | 3           | 15%
 8 | HD26-02 | Buy more save more | Percent off   | 10%   |            | 3             | 3           | 15%  | <- tier 2 from 3 is not above tier 1 from 3
 9 | HD26-03 | Buy more save more | Percent off   | 10%   |            | 2             | 3           | 10%  | <- tier 2 gives 10%, not more than the 10% of tier 1
10 | HD26-04 | Buy more save more | Amount off    | 5.00  | 50.00      |               | 40          | 8.00 | <- tier 2 from $40.00 is not above tier 1 from $50.00
11 | HD26-05 | Buy more save more | Amount off    | 5.00  | 50.00      |               | 80          | 8.00
"""),
    ),
)
