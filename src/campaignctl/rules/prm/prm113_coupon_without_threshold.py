"""A coupon can be used on any order, however small.

A coupon of $5 without a minimum spend gives things away: a threshold left out cost shops thousands of orders in one
night. At stake is the amount times the number of claims.
"""

from collections.abc import Iterator

import pandas as pd

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.domain.forms import Sheet
from campaignctl.marketplaces.schema import Profile
from campaignctl.rules.case import Case
from campaignctl.rules.noticed import left_blank
from campaignctl.rules.prm._limits import a_tool, is_coupon
from campaignctl.rules.prm._stakes import at_stake
from campaignctl.rules.promotions import called, standing
from campaignctl.rules.rule import Rows, Rule, failing
from campaignctl.workbooks.promotions import PROMOTIONS
from campaignctl.workbooks.registration.coupons import COUPONS


def check(case: Case) -> Iterator[Rows]:
    """Find coupons without a minimum, in money or in units; its weight is the marketplace's switch."""
    switch = case.profile.switches.coupon_without_threshold
    if switch is not None and switch.value == "ignore":
        return
    severity = None if switch is None else Severity(switch.value)
    offers = case.promotions
    yield _free(case, offers[~(offers["min_quantity"] > 1).fillna(value=False)], PROMOTIONS, "id", severity)
    yield _free(case, case.coupons, COUPONS, "coupon", severity)


def _free(case: Case, rows: pd.DataFrame, sheet: Sheet, key: str, severity: Severity | None) -> Rows:
    return failing(
        rows,
        (rows["min_spend"] == 0).fillna(value=False) | left_blank(case, rows, sheet, "min_spend"),
        at="min_spend",
        say="{called} is {said} without a minimum spend: it pays for any order",
        amount=at_stake(rows),
        severity=severity,
        called=called(rows, key),
        said=a_tool(rows).fillna("a coupon"),
    )


def _coupons(case: Case) -> "pd.Series[bool]":
    tools = [key for key, tool in case.profile.tools.items() if is_coupon(tool)]
    return case.promotions["tool"].isin(tools)


def _words(profile: Profile) -> str:
    switch = profile.switches.coupon_without_threshold
    return "" if switch is None else f"{profile.name}: {switch.note} ({switch.source}, weighs as {switch.value})"


RULE = Rule(
    code="PRM113",
    name="coupon-without-threshold",
    severity=Severity.WARNING,
    over="promotions",
    beside=("coupons",),
    where=standing,
    given=_coupons,
    check=check,
    fix="Set a minimum spend above what the coupon gives, or agree in writing that none is meant.",
    fix_for_seller="Set a minimum spend above what the coupon gives, or answer Meant so if none is meant.",
    limit=_words,
    see=("PRM114",),
    examples=(
        draw("""
Promotions
   | ID      | Tool            | Kind of value | Value | Min. spend | Quantity | Min. quantity
 7 | HD26-01 | Platform coupon | Amount off    | 5.00  | 30.00      | 1000     |
 8 | HD26-02 | Platform coupon | Amount off    | 5.00  |            | 1000     |               | <- HD26-02 is a platform coupon without a minimum spend: it pays for any order
 9 | HD26-03 | Platform coupon | Amount off    | 5.00  | 0          | 1000     |               | <- HD26-03 is a platform coupon without a minimum spend: it pays for any order
10 | HD26-04 | Platform coupon | Amount off    | 5.00  |            | 1000     | 2
11 | HD26-05 | Flash deal      | Percent off   | 20%   |            |          |
"""),
        draw("""
Coupons
   | Coupon | Type   | Kind of value | Value | Min. spend | Quantity
 7 | VOLT5  | Seller | Amount off    | 5.00  | 30.00      | 2000
 8 | VOLT8  | Seller | Amount off    | 8.00  | None       | 2000     | <- VOLT8 is a seller coupon without a minimum spend: it pays for any order
 9 | VOLT9  | Seller | Amount off    | 8.00  |            | 2000
"""),
    ),
)
