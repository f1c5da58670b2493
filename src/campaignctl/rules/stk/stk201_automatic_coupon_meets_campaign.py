"""A coupon that the marketplace made by itself meets SKUs of the campaign.

Making a coupon, a flash deal or a discount can make another coupon besides, which the seller pays and nobody planned.
At stake is what it takes off, times its claims.
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
from campaignctl.rules.stk._meetings import meetings


def check(case: Case) -> Rows:
    """Find coupons of the automatic type, or with the marketplace's mark in their name, that reach campaign SKUs."""
    rows = case.coupons
    met = meetings(case)
    return failing(
        rows,
        met["skus"] > 0,
        at="coupon",
        say="{called} was made by the marketplace itself and meets {skus} from {from_at} to {to_at}",
        amount=at_stake(rows),
        called=called(rows, "coupon"),
        skus=met["words"],
        from_at=met["starts"],
        to_at=met["ends"],
    )


def _automatic(case: Case) -> "pd.Series[Any]":
    """Whether a coupon's name or type holds a mark that the marketplace leaves in what it makes by itself."""
    rows = case.coupons
    words = (rows["coupon"].astype("str").fillna("") + " " + rows["type"].astype("str").fillna("")).str.casefold()
    found = pd.Series(data=False, index=rows.index)
    for mark in {limit.value.casefold() for limit in limits(case.profile, _auto_name).values()}:
        found |= words.str.contains(mark, regex=False)
    return found


def _auto_name(tool: Tool) -> Limit[str] | None:
    return tool.coupon.auto_name


def _words(profile: Profile) -> str:
    return limit_words(profile, _auto_name)


RULE = Rule(
    code="STK201",
    name="automatic-coupon-meets-campaign",
    severity=Severity.WARNING,
    over="coupons",
    given=_automatic,
    check=check,
    fix="Switch the coupon off for the campaign, or agree with the seller that it counts on top.",
    fix_for_seller="Switch the coupon off for the campaign, or tell us that it is meant to count on top.",
    limit=_words,
    see=("STK202", "STK301"),
    examples=(
        draw("""
Products
   | Promotion ID | Product ID          | SKU ID              | List price | Campaign price | Stock
 7 | HD26-01      | 1729384756102938471 | 1729500011223344501 | 32.00      | 24.99          | 100
 8 | HD26-01      | 1729384756102938472 | 1729500011223344502 | 46.00      | 36.80          | 100
Coupons
   | Coupon     | Type           | Already running | Kind of value | Value | Min. spend | Applies to        | Product IDs         | Starts           | Ends             | Quantity | Per buyer
 7 | GLOW5      | Seller         | No              | Amount off    | 5.00  | 30.00      | Whole shop        |                     | 2026-11-20 00:00 | 2026-11-25 23:59 | 2000     | 1
 8 | extra      | Auto ("addon") | Yes             | Amount off    | 1.00  | 10.00      | Whole shop        |                     | 2026-11-01 00:00 | 2026-11-22 23:59 | 2000     | 1         | <- extra was made by the marketplace itself and meets 2 campaign SKUs from Fri 20 Nov 2026 00:00 to Mon 23 Nov 2026 00:00
 9 | Addon 1120 | Seller         | Yes             | Percent off   | 5%    | 10.00      | Selected products | 1729384756102938471 | 2026-11-21 00:00 | 2026-12-31 23:59 | 2000     | 1         | <- Addon 1120 was made by the marketplace itself and meets 1 campaign SKU from Sat 21 Nov 2026 00:00 to Thu 26 Nov 2026 00:00
10 | addon old  | Auto ("addon") | Yes             | Amount off    | 1.00  | 10.00      | Whole shop        |                     | 2026-10-01 00:00 | 2026-11-01 23:59 | 2000     | 1
"""),
    ),
)
