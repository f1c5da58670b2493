"""Once promotions and coupons meet, the shop keeps less of a unit than the floor its seller wrote down.

The price of the line alone respects the floor; what the seller pays of coupons on top of it does not. Sellers find
out from the first settlement, and pull the deal. At stake is what the whole stock would fall short of the floor.
"""

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.pricing.survey import View
from campaignctl.rules.case import Case
from campaignctl.rules.rule import Rows, Rule
from campaignctl.rules.sku._depth import too_deep
from campaignctl.rules.sku._faults import at_price, below_floor
from campaignctl.rules.stk._prices import lines_of


def check(case: Case) -> tuple[Rows, ...]:
    """Compare what the tightest basket of each SKU leaves the shop with the floor of the line that sets its price."""
    room = case.prices.least(View.TIGHTEST)
    items = list(room.index[room < 0])
    if not items:  # what made a price is worked out for those that somebody is told of
        return ()
    lines = lines_of(case, View.TIGHTEST, items, too_deep, below_floor)
    return at_price(
        case.with_rows("sku_lines", lines),
        "with {makers} the shop keeps {kept_money} of a unit, {short_money} below its floor: {who}, from {from_at}",
        "Raise the campaign price, or keep the SKU out of {others}.",
        "Keep the SKU out of {others}, or agree on a lower floor.",
        amount=(lines["short_money"] * lines["stock"]).where(lines["stock"] > 0),
    )


RULE = Rule(
    code="STK301",
    name="below-floor-once-coupons-meet",
    severity=Severity.ERROR,
    over="sku_lines",
    where=lambda lines: lines["promotion_known"],
    needs=("list_price", "starts", "ends"),
    check=check,
    fix="Raise the campaign price, or keep the SKU out of the coupons.",
    see=("SKU207", "STK302"),
    examples=(
        draw("""
Promotions
   | ID      | Title          | Tool            | Level     | Applies to          | Kind of value  | Value | Starts           | Ends             | Seller pays
 7 | HD26-04 | Campaign price | Campaign price  | Variation | Nominated SKUs      | Seller's price |       | 2026-11-20 00:00 | 2026-11-25 23:59 | 85%
 8 | HD26-05 | Ten percent    | Platform coupon | Shop      | All registered SKUs | Percent off    | 10%   | 2026-11-21 00:00 | 2026-11-24 23:59 | 0
Coupons
   | Coupon | Type   | Already running | Kind of value | Value | Min. spend | Applies to        | Product IDs         | Starts           | Ends             | Quantity | Per buyer
 7 | GLOW5  | Seller | No              | Amount off    | 5.00  | 15.00      | Selected products | 1729384756102938471 | 2026-11-20 00:00 | 2026-11-25 23:59 | 2000     | 1
Products
   | Promotion ID | Product ID          | SKU ID              | List price | Campaign price | Stock | Floor price
 7 | HD26-04      | 1729384756102938471 | 1729500011223344501 | 32.00      | 21.99          | 100   | 19.00       | <- with HD26-04 and GLOW5 the shop keeps $18.49 of a unit, $0.51 below its floor: anyone, from Fri 20 Nov 2026 00:00
 8 | HD26-04      | 1729384756102938472 | 1729500011223344502 | 32.00      | 21.99          | 100   | 19.00
 9 | HD26-04      | 1729384756102938471 | 1729500011223344503 | 32.00      | 21.99          | 100   | 18.49
10 | HD26-04      | 1729384756102938471 | 1729500011223344504 | 32.00      | 21.99          | 100   |
11 | HD26-04      | 1729384756102938471 | 1729500011223344505 | 32.00      | 21.99          | 100   | 22.00
"""),
    ),
)
