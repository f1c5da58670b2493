"""A shop is in a promotion that charges it a part of the discount, and has not said whether it pays.

Without a written Yes the part cannot be taken from its payout.
"""

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.noticed import left_blank
from campaignctl.rules.rule import Rows, Rule, failing
from campaignctl.rules.sel._co_funding import joined
from campaignctl.workbooks.registration.seller import CO_FUND, SELLER_SHEET


def check(case: Case) -> Rows:
    """Find blank answers of shops in a co-funded promotion, with the first one they are in."""
    forms, part = case.registrations, case.whole.once(joined)
    silent = left_blank(case, forms, SELLER_SHEET, CO_FUND.key) & forms["seller_id"].isin(part.index)
    return failing(
        forms,
        silent,
        at="co_fund",
        say="{shop_name} has not said whether it co-funds; {promotion} charges it {part_percent} of the discount",
        promotion=forms["seller_id"].map(part["id"]),
        part_percent=forms["seller_id"].map(part["seller_pays"]),
    )


RULE = Rule(
    code="SEL123",
    name="co-funding-unanswered",
    severity=Severity.ERROR,
    over="registration",
    where=lambda forms: forms["taking_part"].ne("No"),
    check=check,
    fix="Ask the shop to answer Yes or No.",
    fix_for_seller="Choose Yes or No under We co-fund the coupons listed.",
    see=("SEL108",),
    examples=(
        draw("""
Promotions
   | ID      | Title          | Tool             | Level     | Applies to          | Kind of value  | Value | Starts           | Ends             | Seller pays
 7 | HD26-01 | Holiday prices | Product discount | Variation | Nominated SKUs      | Seller's price |       | 2026-11-20 00:00 | 2026-11-25 23:59 | 1
 8 | HD26-05 | We pay half    | Co-funded coupon | Shop      | All registered SKUs | Percent off    | 0.2   | 2026-11-20 00:00 | 2026-11-25 23:59 | 0.5
Seller
 | Seller ID | Shop name    | Taking part | We co-fund the coupons listed
 | S-001     | Moss & Amber | Yes         |                               | <- Moss & Amber has not said whether it co-funds; HD26-05 charges it 50% of the discount
Products
   | Promotion ID | SKU ID              | List price | Campaign price | Stock
 7 | HD26-01      | 1729500011223344501 | 32.00      | 24.99          | 100
lumeria.xlsx: Seller
 | Seller ID | Shop name    | Taking part | We co-fund the coupons listed
 | S-003     | Lumeria      | Yes         | Yes
lumeria.xlsx: Products
   | Promotion ID | SKU ID              | List price | Campaign price | Stock
 7 | HD26-01      | 1729500011223344503 | 32.00      | 24.99          | 100
"""),
    ),
)
