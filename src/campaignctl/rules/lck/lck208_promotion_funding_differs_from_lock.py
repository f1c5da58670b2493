"""A promotion is funded otherwise than was locked, and no change says so: who pays which share, from which budget.

The seller signed for its share and finance for the budget; whoever pays more than that finds out from the settlement.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pandas as pd

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.lck._moved import CURE, told
from campaignctl.rules.rule import Rows, Rule
from campaignctl.workbooks.promotions import PROMOTIONS


def check(case: Case) -> Iterator[Rows]:
    """Find other shares and budgets; the money at stake is the budget that was not agreed."""
    for found in told(case, "promotions", PROMOTIONS, ("seller_pays", "platform_cap", "cost_centre")):
        yield found
    for found in told(case, "promotions", PROMOTIONS, ("budget",)):
        yield replace(found, amount=_not_agreed(case, found.frame))


def _not_agreed(case: Case, rows: pd.DataFrame) -> "pd.Series[Any]":
    held: pd.Series[Any] = case.lock.promotions.set_index("id")["budget"] if case.lock else pd.Series(dtype="Int64")
    more: pd.Series[Any] = rows["budget"].fillna(0) - held.reindex(rows["id"]).fillna(0).array
    return more.abs()


RULE = Rule(
    code="LCK208",
    name="promotion-funding-differs-from-lock",
    severity=Severity.ERROR,
    over="promotions",
    check=check,
    fix=CURE,
    see=("LCK206", "LCK207"),
    examples=(
        draw("""
Locked Promotions
   | ID      | Title        | Tool       | Seller pays | Budget
 7 | HD26-02 | Opening flash | Flash deal | 70%        | 9000
 8 | HD26-03 | Second flash  | Flash deal | 70%        | 8000
 9 | HD26-04 | Third flash   | Flash deal | 70%        | 7000
Promotions
   | ID      | Title        | Tool       | Seller pays | Budget
 7 | HD26-02 | Opening flash | Flash deal | 50%        | 9000   | <- Seller pays of HD26-02 is 50%; lock 1 holds 70%
 8 | HD26-03 | Second flash  | Flash deal | 70%        | 12000  | <- Budget of HD26-03 is $12,000.00; lock 1 holds $8,000.00
 9 | HD26-04 | Third flash   | Flash deal | 70%        | 7500
Changes
   | No.  | From             | Kind   | Other ID | Field  | Old  | New  | Why           | Asked by  | Approved by
 7 | C001 | 2026-11-19 09:00 | Budget | HD26-04  | Budget | 7000 | 7500 | more nominees | Ines Roth | Kai Lund
"""),
    ),
)
