"""All discounts together go deeper than the campaign allows.

Each promotion looks harmless by itself; only together do they pass the limit that the team set for itself. At stake is
what the whole stock would be sold for too little.
"""

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.pricing.survey import View
from campaignctl.rules.case import Case
from campaignctl.rules.rule import Rows, Rule
from campaignctl.rules.sku._depth import BASIS, too_deep
from campaignctl.rules.sku._faults import at_price
from campaignctl.rules.stk._prices import lines_of, off_list


def check(case: Case) -> tuple[Rows, ...]:
    """Compare the worst legal price with the campaign's highest combined discount; the same is allowed."""
    limit = case.field("highest_combined_discount")
    if limit is None:
        return ()
    off = off_list(case)
    items = list(off.index[(off > limit) & (off < 1)])
    if not items:  # what made a price is worked out for those that somebody is told of
        return ()
    lines = lines_of(case, View.WORST, items, too_deep)
    lowest = lines["list_price"] - lines["list_price"] * round(limit * BASIS) // BASIS
    short = (lowest - lines["pays_money"]).astype("Int64")
    return at_price(
        case.with_rows("sku_lines", lines.assign(off_percent=1 - lines["pays_money"] / lines["list_price"])),
        "with {makers} the price falls {off_percent} below list, to {pays_money}; the campaign allows {limit_percent}: {who}, from {from_at}",
        "Raise the campaign price, or keep the SKU out of {others}.",
        "Keep the SKU out of {others}.",
        amount=(short * lines["stock"]).where(lines["stock"] > 0),
        limit_percent=limit,
    )


RULE = Rule(
    code="STK101",
    name="combined-discount-above-campaign-limit",
    severity=Severity.ERROR,
    over="sku_lines",
    where=lambda lines: lines["promotion_known"],
    needs=("list_price", "starts", "ends"),
    check=check,
    fix="Raise the campaign price, or keep the SKU out of the coupons.",
    see=("CMP113", "STK102", "STK303"),
    examples=(
        draw("""
Campaign
 | Highest combined discount
 | 40%
Coupons
   | Coupon | Type   | Already running | Kind of value | Value | Min. spend | Applies to | Starts           | Ends             | Quantity | Per buyer
 7 | GLOW5  | Seller | No              | Amount off    | 5.00  | 15.00      | Whole shop | 2026-11-20 00:00 | 2026-11-25 23:59 | 2000     | 1
Products
   | Promotion ID | SKU ID              | List price | Campaign price | Stock
 7 | HD26-01      | 1729500011223344501 | 30.00      | 22.00          | 100   | <- with HD26-01 and GLOW5 the price falls 43.33% below list, to $17.00; the campaign allows 40%: anyone, from Fri 20 Nov 2026 00:00
 8 | HD26-01      | 1729500011223344502 | 30.00      | 23.00          | 100
"""),
    ),
)
