"""A coupon takes off as much as the order must be worth, or more.

Whoever fills the basket just so far pays nothing. At stake is the amount times the number of claims.
"""

from collections.abc import Iterator

import pandas as pd

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.prm._limits import is_coupon, limits, weighed
from campaignctl.rules.prm._stakes import at_stake
from campaignctl.rules.promotions import standing
from campaignctl.rules.rule import Rows, Rule, failing

SAY = "{value_money} off from a spend of {min_spend}"


def check(case: Case) -> Iterator[Rows]:
    """Find amounts off at or above the minimum spend; a tool's own rule on this weighs as the profile says."""
    own = {key: tool.coupon.amount_below_spend for key, tool in case.profile.tools.items() if is_coupon(tool)}
    ruled = limits(case.profile, lambda tool: tool.coupon.amount_below_spend)
    free = [key for key, limit in own.items() if limit is not None and (not limit.value or key not in ruled)]
    for rows in (case.promotions, case.coupons):
        mask = (rows["min_spend"] > 0) & (rows["value_money"] >= rows["min_spend"]) & ~rows["tool"].isin(free)
        known = ~rows["tool"].isin(list(ruled))
        yield failing(rows, mask & known, at="value", say=SAY, amount=at_stake(rows))
        yield from weighed(rows, mask, ruled, at="value", say=SAY, amount=at_stake(rows))


def _coupons(case: Case) -> "pd.Series[bool]":
    rows = case.promotions
    tools = [key for key, tool in case.profile.tools.items() if is_coupon(tool)]
    return rows["tool"].isin(tools) & rows["kind_of_value"].eq("Amount off") & rows["min_spend"].notna()


RULE = Rule(
    code="PRM114",
    name="coupon-worth-more-than-its-threshold",
    severity=Severity.ERROR,
    over="promotions",
    beside=("coupons",),
    where=standing,
    given=_coupons,
    needs=("value_money",),
    check=check,
    fix="Raise Min. spend well above {value_money}, or lower the value.",
    see=("PRM113",),
    examples=(
        draw("""
Promotions
   | ID      | Tool            | Kind of value | Value | Min. spend | Quantity
 7 | HD26-01 | Platform coupon | Amount off    | 5.00  | 30.00      | 1000
 8 | HD26-02 | Platform coupon | Amount off    | 30.00 | 30.00      | 1000     | <- $30.00 off from a spend of $30.00
 9 | HD26-03 | Platform coupon | Percent off   | 50%   | 30.00      | 1000
"""),
        draw("""
Coupons
   | Coupon | Type   | Kind of value | Value | Min. spend | Quantity
 7 | VOLT5  | Seller | Amount off    | 5.00  | 5.01       | 2000
 8 | VOLT25 | Seller | Amount off    | 25.00 | 20.00      | 2000     | <- $25.00 off from a spend of $20.00
 9 | VOLT8  | Seller | Amount off    | 8.00  | None       | 2000
"""),
    ),
)
