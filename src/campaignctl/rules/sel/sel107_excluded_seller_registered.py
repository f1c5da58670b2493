"""A shop that was excluded, declined or withdrew has a registration with lines all the same.

Its lines would be keyed in against what was agreed; or the reply is stale, and a shop that wants to take part is left out.
"""

from typing import Any

import pandas as pd

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.rule import Rows, Rule, failing
from campaignctl.rules.sel._offering import GONE
from campaignctl.rules.sel._worth import worth


def check(case: Case) -> Rows:
    """Find such shops, with the number of lines they offer and what these would sell."""
    sellers = case.sellers
    lines = sellers["seller_id"].map(_lines(case))
    said = lines.map(lambda count: "1 line" if count == 1 else f"{count:,.0f} lines", na_action="ignore")
    say = "{shop_name} is {reply}, yet its form offers {lines}"
    amount = sellers["seller_id"].map(worth(case))
    return failing(sellers, lines.notna(), at="reply", say=say, amount=amount, lines=said)


def _lines(case: Case) -> "pd.Series[Any]":
    return case.sku_lines["seller_id"].value_counts()


RULE = Rule(
    code="SEL107",
    name="excluded-seller-registered",
    severity=Severity.ERROR,
    over="sellers",
    where=lambda sellers: sellers["reply"].isin(GONE),
    check=check,
    fix="Correct Reply if the shop takes part after all; else move its workbook out of the folder registrations.",
    bars=True,
    see=("SEL101",),
    examples=(
        draw("""
Sellers
   | Seller ID | Shop name    | Category    | Tier   | Reply
 7 | S-001     | Moss & Amber | Beauty      | Growth | Withdrawn | <- Moss & Amber is Withdrawn, yet its form offers 2 lines
 8 | S-002     | Kind Home    | Home        | Growth | Declined
 9 | S-003     | Lumeria      | Electronics | Growth | Invited
Products
   | Promotion ID | SKU ID              | List price | Campaign price | Stock
 7 | HD26-01      | 1729500011223344501 | 32.00      | 24.99          | 100
 8 | HD26-01      | 1729500011223344502 | 46.00      | 36.80          | 100
lumeria.xlsx: Seller
 | Seller ID | Shop name | Taking part
 | S-003     | Lumeria   | Yes
lumeria.xlsx: Products
   | Promotion ID | SKU ID              | List price | Campaign price | Stock
 7 | HD26-01      | 1729500011223344503 | 32.00      | 24.99          | 100
"""),
    ),
)
