"""A promotion by tiers does not say from how many units or how much money on, or says both.

It cannot be keyed in: a tier counts either units or money, and the marketplace asks which.
"""

from collections.abc import Iterator

import pandas as pd

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.marketplaces.schema import Profile
from campaignctl.rules.case import Case
from campaignctl.rules.noticed import left_blank
from campaignctl.rules.prm._limits import limit_words
from campaignctl.rules.promotions import called, standing
from campaignctl.rules.rule import Rows, Rule, failing
from campaignctl.workbooks.promotions import PROMOTIONS


def check(case: Case) -> Iterator[Rows]:
    """Find promotions of tools with several tiers that have neither threshold, or both."""
    rows = case.promotions
    units, money = rows["min_quantity"].notna(), rows["min_spend"] > 0
    none = left_blank(case, rows, PROMOTIONS, "min_quantity") & left_blank(case, rows, PROMOTIONS, "min_spend")
    zero = rows["min_quantity"].isna() & (rows["min_spend"] == 0).fillna(value=False)
    say = "{called} does not say from how many units or how much money on"
    yield failing(rows, none | zero, at="min_quantity", say=say, called=called(rows))
    say = "{called} counts {min_quantity} units and {min_spend} at once"
    yield failing(rows, units & money, at="min_quantity", say=say, fix="Clear one of the two.", called=called(rows))


def tiered(profile: Profile) -> list[str]:
    """Return the tools that are made of tiers, each with a threshold."""
    return [key for key, tool in profile.tools.items() if tool.tiers.rising is not None]


def _of_tiers(case: Case) -> "pd.Series[bool]":
    return case.promotions["tool"].isin(tiered(case.profile))


RULE = Rule(
    code="PRM133",
    name="tier-without-threshold",
    severity=Severity.ERROR,
    over="promotions",
    where=standing,
    given=_of_tiers,
    check=check,
    fix="Fill Min. quantity for tiers by units, or Min. spend for tiers by money.",
    limit=lambda profile: limit_words(profile, lambda tool: tool.tiers.by),
    see=("PRM117", "PRM134"),
    examples=(
        draw("""
Promotions
   | ID      | Tool               | Kind of value | Value | Min. spend | Min. quantity
 7 | HD26-01 | Buy more save more | Percent off   | 10%   |            | 2
 8 | HD26-02 | Buy more save more | Percent off   | 10%   | 50.00      |
 9 | HD26-03 | Buy more save more | Percent off   | 10%   |            |               | <- HD26-03 does not say from how many units or how much money on
10 | HD26-04 | Buy more save more | Percent off   | 10%   | 50.00      | 2             | <- HD26-04 counts 2 units and $50.00 at once
11 | HD26-05 | Product discount   | Percent off   | 10%   |            |
"""),
    ),
)
