"""All discounts together go so deep that the marketplace stops and asks.

Seller Center flags such promotions before they are published, and the team reads of it on launch night.
"""

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.marketplaces.schema import Profile, percent
from campaignctl.pricing.survey import View
from campaignctl.rules.case import Case
from campaignctl.rules.rule import Rows, Rule
from campaignctl.rules.sku._depth import too_deep
from campaignctl.rules.sku._faults import at_price
from campaignctl.rules.stk._prices import lines_of, off_list


def check(case: Case) -> tuple[Rows, ...]:
    """Compare the worst legal price with the marketplace's flag; what passes the campaign's own limit is STK101's."""
    flag, limit = case.profile.highest_combined_discount, case.field("highest_combined_discount")
    if flag is None or flag.severity is None:
        return ()
    off = off_list(case)
    flagged = (off >= float(flag.value)) & (off < 1) & (off <= (1 if limit is None else limit))
    items = list(off.index[flagged])
    if not items:  # what made a price is worked out for those that somebody is told of
        return ()
    lines = lines_of(case, View.WORST, items, too_deep)
    return at_price(
        case.with_rows("sku_lines", lines.assign(off_percent=1 - lines["pays_money"] / lines["list_price"])),
        "with {makers} the price falls {off_percent} below list, to {pays_money}; {flagging} flags {flag} and more: {who}, from {from_at}",
        "Raise the campaign price, or keep the SKU out of {others}.",
        "Keep the SKU out of {others}.",
        severity=flag.severity,
        flagging=flag.marketplace,
        flag=percent(flag.value),
    )


def _words(profile: Profile) -> str:
    flag = profile.highest_combined_discount
    return "" if flag is None else flag.words


RULE = Rule(
    code="STK102",
    name="combined-discount-flagged-by-marketplace",
    severity=Severity.WARNING,
    over="sku_lines",
    where=lambda lines: lines["promotion_known"],
    needs=("list_price", "starts", "ends"),
    check=check,
    fix="Raise the campaign price, or keep the SKU out of the coupons.",
    limit=_words,
    see=("CMP113", "STK101", "STK303"),
    examples=(
        draw("""
Coupons
   | Coupon | Type   | Already running | Kind of value | Value | Min. spend | Applies to | Starts           | Ends             | Quantity | Per buyer
 7 | GLOW9  | Seller | No              | Amount off    | 9.00  | 10.00      | Whole shop | 2026-11-20 00:00 | 2026-11-25 23:59 | 2000     | 1
Products
   | Promotion ID | SKU ID              | List price | Campaign price | Stock
 7 | HD26-01      | 1729500011223344501 | 20.00      | 13.00          | 100   | <- with HD26-01 and GLOW9 the price falls 80% below list, to $4.00; TikTok Shop US flags 80% and more: anyone, from Fri 20 Nov 2026 00:00
 8 | HD26-01      | 1729500011223344502 | 20.00      | 13.01          | 100
"""),
    ),
)
