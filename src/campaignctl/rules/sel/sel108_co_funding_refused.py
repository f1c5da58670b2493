"""A shop refuses to co-fund, but is in a promotion that charges it a part of the discount.

The part is taken from its payout weeks later, against its written No.
"""

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.rule import Rows, Rule, failing
from campaignctl.rules.sel._co_funding import joined


def check(case: Case) -> Rows:
    """Find shops that say No and are in a co-funded promotion, with the first one they are in."""
    forms = case.registrations
    part = case.whole.once(joined)
    refused = ~forms["co_fund"].astype("boolean")
    return failing(
        forms,
        refused,
        at="co_fund",
        say="We co-fund is No; {promotion} charges the shop {part_percent} of its discount",
        promotion=forms["seller_id"].map(part["id"]),
        part_percent=forms["seller_id"].map(part["seller_pays"]),
    )


RULE = Rule(
    code="SEL108",
    name="co-funding-refused",
    severity=Severity.ERROR,
    over="registration",
    given=lambda case: case.registrations["seller_id"].isin(case.whole.once(joined).index),
    needs=("co_fund",),
    check=check,
    fix="Ask the shop whether it co-funds after all; else take it out of the promotion, or let the platform pay.",
    fix_for_seller="Choose Yes if you co-fund after all; else withdraw the lines of that promotion.",
    examples=(
        draw("""
Promotions
   | ID      | Title          | Tool             | Level     | Applies to          | Kind of value  | Value | Starts           | Ends             | Seller pays
 7 | HD26-01 | Holiday prices | Product discount | Variation | Nominated SKUs      | Seller's price |       | 2026-11-20 00:00 | 2026-11-25 23:59 | 0.7
 8 | HD26-05 | We pay half    | Co-funded coupon | Product   | Nominated SKUs      | Percent off    | 0.2   | 2026-11-20 00:00 | 2026-11-25 23:59 | 0.5
Seller
 | Seller ID | Shop name    | Taking part | We co-fund the coupons listed
 | S-001     | Moss & Amber | Yes         | No                            | <- We co-fund is No; HD26-05 charges the shop 50% of its discount
Products
   | Promotion ID | SKU ID              | List price | Campaign price | Stock
 7 | HD26-01      | 1729500011223344501 | 32.00      | 24.99          | 100
 8 | HD26-05      | 1729500011223344501 | 32.00      |                | 100
lumeria.xlsx: Seller
 | Seller ID | Shop name    | Taking part | We co-fund the coupons listed
 | S-003     | Lumeria      | Yes         | No
lumeria.xlsx: Products
   | Promotion ID | SKU ID              | List price | Campaign price | Stock
 7 | HD26-01      | 1729500011223344503 | 32.00      | 24.99          | 100
"""),
        draw("""
Promotions
   | ID      | Title       | Tool             | Level | Applies to          | Kind of value | Value | Starts           | Ends             | Seller pays
 7 | HD26-05 | We pay half | Co-funded coupon | Shop  | All registered SKUs | Percent off   | 0.2   | 2026-11-20 00:00 | 2026-11-25 23:59 | 0.5
 8 | HD26-06 | We pay all  | Platform coupon  | Shop  | All registered SKUs | Percent off   | 0.1   | 2026-11-20 00:00 | 2026-11-25 23:59 | 0
Seller
 | Seller ID | Shop name    | Taking part | We co-fund the coupons listed
 | S-001     | Moss & Amber | Yes         | No                            | <- We co-fund is No; HD26-05 charges the shop 50% of its discount
Products
   | Promotion ID | SKU ID              | List price | Campaign price | Stock
 7 | HD26-01      | 1729500011223344501 | 32.00      | 24.99          | 100
"""),
    ),
)
