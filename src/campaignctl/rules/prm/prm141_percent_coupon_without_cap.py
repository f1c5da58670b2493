"""A percentage coupon that the platform pays for has no Max discount.

One large basket can take a hundred times what was planned per order, and the budget is gone on the first evening.
"""

import pandas as pd

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.noticed import left_blank
from campaignctl.rules.prm._limits import is_coupon
from campaignctl.rules.promotions import called, standing
from campaignctl.rules.rule import Rows, Rule, failing
from campaignctl.workbooks.promotions import PROMOTIONS


def check(case: Case) -> Rows:
    """Find coupons in percent with platform money and neither Max discount nor Platform cap."""
    rows = case.promotions
    none = left_blank(case, rows, PROMOTIONS, "max_discount") & rows["platform_cap"].isna()
    say = "{called} gives {value_percent} of any order, however large, and the platform pays"
    return failing(rows, none, at="max_discount", say=say, called=called(rows))


def _coupons(case: Case) -> "pd.Series[bool]":
    tools = [key for key, tool in case.profile.tools.items() if is_coupon(tool)]
    rows = case.promotions
    return rows["tool"].isin(tools) & rows["kind_of_value"].eq("Percent off") & (rows["seller_pays"] < 1)


RULE = Rule(
    code="PRM141",
    name="percent-coupon-without-cap",
    severity=Severity.WARNING,
    over="promotions",
    where=standing,
    given=_coupons,
    needs=("value_percent",),
    check=check,
    fix="Fill Max discount, or Platform cap for the platform's part alone.",
    see=("PRM112", "PRM139"),
    examples=(
        draw("""
Promotions
   | ID      | Tool            | Kind of value | Value | Seller pays | Max discount
 7 | HD26-01 | Platform coupon | Percent off   | 10%   | 0           | 8.00
 8 | HD26-02 | Platform coupon | Percent off   | 10%   | 0           |              | <- HD26-02 gives 10% of any order, however large, and the platform pays
 9 | HD26-03 | Seller coupon   | Percent off   | 10%   | 100%        |
10 | HD26-04 | Platform coupon | Amount off    | 5.00  | 0           |
"""),
    ),
)
