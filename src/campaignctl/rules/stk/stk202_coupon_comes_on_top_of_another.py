"""A coupon that adds to others lowers the price of campaign SKUs below what one coupon can.

Everybody counts with the best coupon alone; a follower's comes off after it, once per buyer. At stake is what it
takes off, times its claims.
"""

from typing import Any

import pandas as pd

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.marketplaces.schema import Limit, Profile, Tool
from campaignctl.rules.case import Case
from campaignctl.rules.prm._limits import limit_words, limits
from campaignctl.rules.prm._stakes import at_stake
from campaignctl.rules.promotions import called
from campaignctl.rules.rule import Rows, Rule, failing
from campaignctl.rules.stk._meetings import on_top


def check(case: Case) -> Rows:
    """Find coupons that make the worst legal price of a SKU together with another coupon of their layer."""
    rows = case.coupons
    met = on_top(case)
    return failing(
        rows,
        met["other"] != "",
        at="coupon",
        say="{called} comes on top of {other}: {sku} costs {pays_money} then, from {from_at}{more}",
        amount=at_stake(rows),
        called=called(rows, "coupon"),
        other=met["other"],
        sku=met["sku"],
        pays_money=met["pays_money"],
        from_at=met["from_at"],
        more=met["more"],
    )


def _adding(case: Case) -> "pd.Series[Any]":
    adding = [key for key, limit in limits(case.profile, _adds).items() if limit.value]
    return case.coupons["tool"].isin(adding)


def _adds(tool: Tool) -> Limit[bool] | None:
    return tool.coupon.adds_to_others


def _words(profile: Profile) -> str:
    return limit_words(profile, _adds)


RULE = Rule(
    code="STK202",
    name="coupon-comes-on-top-of-another",
    severity=Severity.WARNING,
    over="coupons",
    given=_adding,
    check=check,
    fix="Take the campaign's products out of the coupon, or make it compete with the others instead of adding to them.",
    limit=_words,
    see=("STK201", "STK301"),
    examples=(
        draw("""
Products
   | Promotion ID | Product ID          | SKU ID              | List price | Campaign price | Stock
 7 | HD26-01      | 1729384756102938471 | 1729500011223344501 | 32.00      | 24.99          | 100
 8 | HD26-01      | 1729384756102938472 | 1729500011223344502 | 46.00      | 36.80          | 100
Coupons
   | Coupon | Type     | Already running | Kind of value | Value | Min. spend | Applies to        | Product IDs         | Starts           | Ends             | Quantity | Per buyer
 7 | GLOW5  | Seller   | No              | Amount off    | 5.00  | 20.00      | Selected products | 1729384756102938471 | 2026-11-20 00:00 | 2026-11-25 23:59 | 2000     | 1
 8 | FANS3  | Follower | Yes             | Amount off    | 3.00  | 20.00      | Whole shop        |                     | 2026-11-22 00:00 | 2026-12-31 23:59 | 2000     | 1         | <- FANS3 comes on top of GLOW5: 1729500011223344501 costs $16.99 then, from Sun 22 Nov 2026 00:00
 9 | FANS2  | Follower | Yes             | Amount off    | 2.00  | 99.00      | Whole shop        |                     | 2026-10-01 00:00 | 2026-11-01 23:59 | 2000     | 1
"""),
    ),
)
