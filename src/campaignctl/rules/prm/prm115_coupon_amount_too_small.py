"""A coupon takes off less than the marketplace lets it.

Seller Center refuses the amount when it is keyed in. Where the least amount hangs on the shop's average order, the
smallest of all counts here.
"""

from collections.abc import Iterator

import pandas as pd

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.prm._limits import a_tool, by_tool, limited, limits, weighed
from campaignctl.rules.prm._values import floor_words, least_floor, like_a_share
from campaignctl.rules.promotions import standing
from campaignctl.rules.rule import Rows, Rule


def check(case: Case) -> Iterator[Rows]:
    """Find amounts under the tool's least; those that look like a percentage are another page's."""
    known = limits(case.profile, least_floor)
    for rows in (case.promotions, case.coupons):
        least = by_tool(rows, {key: floor.least for key, floor in known.items()}, "Int64")
        small = rows["kind_of_value"].eq("Amount off") & (rows["value_money"] < least)
        yield from weighed(
            rows,
            small & ~like_a_share(case, rows["value_money"]),
            known,
            at="value",
            say="{value_money} is below the {least_money} that {marketplace} asks of {said}",
            fix="Take off {least_money} or more.",
            least_money=least,
            said=a_tool(rows),
            marketplace=case.profile.name,
        )


def _amounts(case: Case) -> "pd.Series[bool]":
    rows = case.promotions
    return limited(rows, limits(case.profile, least_floor)) & rows["kind_of_value"].eq("Amount off")


RULE = Rule(
    code="PRM115",
    name="coupon-amount-too-small",
    severity=Severity.ERROR,
    over="promotions",
    beside=("coupons",),
    where=standing,
    given=_amounts,
    needs=("value_money",),
    check=check,
    fix="Take off at least as much as the tool asks.",
    limit=floor_words,
    see=("PRM104", "PRM110"),
    examples=(
        draw("""
Coupons
   | Coupon  | Type     | Kind of value | Value | Min. spend
 7 | GLOW5   | Seller   | Amount off    | 1.00  | 30.00
 8 | GLOW0   | Seller   | Amount off    | 0     | 30.00      | <- $0.00 is below the $0.50 that TikTok Shop US asks of a seller coupon
 9 | FOLLOW3 | Follower | Amount off    | 3.00  | 30.00
10 | FOLLOW2 | Follower | Amount off    | 2.00  | 30.00      | <- $2.00 is below the $3.00 that TikTok Shop US asks of a follower coupon
"""),
        draw("""
Promotions
   | ID      | Tool            | Kind of value | Value | Min. spend
 7 | HD26-01 | Follower coupon | Amount off    | 2.99  | 30.00      | <- $2.99 is below the $3.00 that TikTok Shop US asks of a follower coupon
 8 | HD26-02 | Follower coupon | Amount off    | 3.00  | 30.00
"""),
    ),
)
