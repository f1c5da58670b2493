"""Once promotions and coupons meet, somebody gets the item for nothing.

One such SKU is found within hours, and passed on; shops abroad gave away thousands of orders overnight. At stake is
what the seller gives up on the whole stock.
"""

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.pricing.survey import View
from campaignctl.rules.case import Case
from campaignctl.rules.rule import Rows, Rule
from campaignctl.rules.sku._depth import too_deep
from campaignctl.rules.sku._faults import at_price
from campaignctl.rules.stk._prices import lines_of


def check(case: Case) -> tuple[Rows, ...]:
    """Find SKUs whose worst legal price is nothing."""
    pays = case.prices.least(View.WORST)
    items = list(pays.index[pays <= 0])
    if not items:  # what made a price is worked out for those that somebody is told of
        return ()
    lines = lines_of(case, View.WORST, items, too_deep)
    return at_price(
        case.with_rows("sku_lines", lines),
        "with {makers} a buyer pays nothing: {who}, from {from_at}",
        "Give the coupons a minimum spend above what they take off together, or keep the SKU out of {others}.",
        "Give the coupons a minimum spend above what they take off together, or keep the SKU out of {others}.",
        amount=((lines["list_price"] - lines["kept_money"]) * lines["stock"]).where(lines["stock"] > 0),
    )


RULE = Rule(
    code="STK303",
    name="free-once-coupons-meet",
    severity=Severity.ERROR,
    over="sku_lines",
    where=lambda lines: lines["promotion_known"],
    needs=("list_price", "starts", "ends"),
    check=check,
    fix="Give the coupons a minimum spend above what they take off together, or keep the SKU out of them.",
    see=("PRM114", "STK101"),
    examples=(
        draw("""
Coupons
   | Coupon | Type     | Already running | Kind of value | Value | Min. spend | Applies to | Starts           | Ends             | Quantity | Per buyer
 7 | GLOW8  | Seller   | No              | Amount off    | 8.00  | 9.00       | Whole shop | 2026-11-20 00:00 | 2026-11-25 23:59 | 2000     | 1
 8 | FANS5  | Follower | No              | Amount off    | 5.00  | 9.00       | Whole shop | 2026-11-20 00:00 | 2026-11-25 23:59 | 2000     | 1
Products
   | Promotion ID | SKU ID              | List price | Campaign price | Stock
 7 | HD26-01      | 1729500011223344501 | 15.00      | 12.50          | 100   | <- with HD26-01, GLOW8 and FANS5 a buyer pays nothing: a follower, from Fri 20 Nov 2026 00:00
 8 | HD26-01      | 1729500011223344502 | 16.00      | 13.50          | 100
 9 | HD26-01      | 1729500011223344503 | 10.00      | 8.50           | 100
"""),
    ),
)
