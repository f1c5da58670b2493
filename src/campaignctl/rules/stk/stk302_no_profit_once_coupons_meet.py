"""Once promotions and coupons meet, a unit brings the shop no more than it costs, or less.

The deal alone earns something; fees and the seller's part of coupons eat it up, and the better the campaign runs, the
more is lost. At stake is the loss on the whole stock; commission comes on top.
"""

from typing import Any

import pandas as pd

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.pricing.fees import fees_on
from campaignctl.pricing.survey import View
from campaignctl.rules.case import Case
from campaignctl.rules.rule import Rows, Rule
from campaignctl.rules.sku._depth import too_deep
from campaignctl.rules.sku._faults import at_price, below_floor
from campaignctl.rules.sku.sku209_sold_below_cost import kept
from campaignctl.rules.stk._prices import lines_of


def check(case: Case) -> tuple[Rows, ...]:
    """Find SKUs whose leanest basket leaves nothing; a floor that is broken says it first, and so does a losing deal."""
    items = _lean(case)
    if not items:  # what made a price is worked out for those that somebody is told of
        return ()
    lines = lines_of(case, View.LEANEST, items, too_deep, below_floor, _loses_alone)
    lines = lines[(lines["left_money"] <= 0).fillna(value=False).astype(bool)]
    return at_price(
        case.with_rows("sku_lines", lines),
        "with {makers} the shop keeps {left_money} of a unit after fees and its cost of {unit_cost}: {who}, from {from_at}",
        "Raise the campaign price, or keep the SKU out of {others}.",
        "Keep the SKU out of {others}, or withdraw the line.",
        amount=(-lines["left_money"] * lines["stock"]).where(lines["stock"] > 0),
    )


def _lean(case: Case) -> list[int]:
    """Return the items that may be left with nothing: fees are taken for as high as on the list price."""
    items, room = case.prices.items, case.prices.least(View.TIGHTEST)
    least = case.prices.least(View.LEANEST).drop(room.index[room < 0])
    listed, cost = (pd.Series(column[least.index], index=least.index) for column in (items.listed, items.cost))
    most = fees_on(case.prices.stack.charges, listed, 0, 0) + 1
    return list(least.index[(cost >= 0) & (least - most <= cost)])


def _loses_alone(case: Case) -> "pd.Series[Any]":
    return kept(case) < case.sku_lines["unit_cost"]


RULE = Rule(
    code="STK302",
    name="no-profit-once-coupons-meet",
    severity=Severity.WARNING,
    over="sku_lines",
    where=lambda lines: lines["unit_cost"].notna() & lines["promotion_known"],
    needs=("list_price", "starts", "ends"),
    check=check,
    fix="Raise the campaign price, or keep the SKU out of the coupons.",
    see=("SKU209", "STK301"),
    examples=(
        draw("""
Coupons
   | Coupon | Type   | Already running | Kind of value | Value | Min. spend | Applies to | Starts           | Ends             | Quantity | Per buyer
 7 | GLOW5  | Seller | No              | Amount off    | 5.00  | 30.00      | Whole shop | 2026-11-20 00:00 | 2026-11-25 23:59 | 2000     | 1
Products
   | Promotion ID | SKU ID              | List price | Campaign price | Stock | Unit cost | Floor price
 7 | HD26-01      | 1729500011223344501 | 32.00      | 24.99          | 100   | 22.50     |             | <- with HD26-01 and GLOW5 the shop keeps −$0.24 of a unit after fees and its cost of $22.50: anyone with 2 units, from Fri 20 Nov 2026 00:00
 8 | HD26-01      | 1729500011223344502 | 32.00      | 24.99          | 100   | 11.00     |
 9 | HD26-01      | 1729500011223344503 | 32.00      | 24.99          | 100   | 25.00     |
10 | HD26-01      | 1729500011223344504 | 32.00      | 24.99          | 100   | 22.50     | 23.00
"""),
    ),
)
