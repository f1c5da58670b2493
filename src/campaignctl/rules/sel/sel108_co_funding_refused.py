"""A shop refuses to co-fund, but is in a promotion that charges it a part of the discount.

The part is taken from its payout weeks later, against its written No.
"""

import pandas as pd

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.promotions import co_funded
from campaignctl.rules.rule import Rows, Rule, failing
from campaignctl.rules.sel._offering import offered


def check(case: Case) -> Rows:
    """Find shops that say No and are in a co-funded promotion, with the first one they are in."""
    forms = case.registrations
    joined = case.whole.once(_joined)
    refused = ~forms["co_fund"].astype("boolean")
    return failing(
        forms,
        refused,
        at="co_fund",
        say="We co-fund is No; {promotion} charges the shop {part_percent} of its discount",
        promotion=forms["seller_id"].map(joined["id"]),
        part_percent=forms["seller_id"].map(joined["seller_pays"]),
    )


def _joined(case: Case) -> pd.DataFrame:
    """Return the first co-funded promotion of every shop in one, by seller ID; its part lies between 0 and 1."""
    offers = case.promotions[co_funded(case.promotions, case.profile)]
    lines = offered(case)
    named = lines[["seller_id", "promotion_id"]].merge(offers, left_on="promotion_id", right_on="id")
    for_all = offers[offers["applies_to"].eq("All registered SKUs")]
    every = lines[["seller_id"]].drop_duplicates().merge(for_all, how="cross")
    both = pd.concat([named, every])[["seller_id", "id", "seller_pays"]]
    return both.drop_duplicates("seller_id").set_index("seller_id")


RULE = Rule(
    code="SEL108",
    name="co-funding-refused",
    severity=Severity.ERROR,
    over="registration",
    given=lambda case: case.registrations["seller_id"].isin(case.whole.once(_joined).index),
    needs=("co_fund",),
    check=check,
    fix="Ask the shop whether it co-funds after all; else take it out of the promotion, or let the platform pay.",
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
