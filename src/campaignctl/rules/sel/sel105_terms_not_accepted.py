"""A shop takes part, but did not accept the terms.

Without them nothing binds it to its prices and its stock, and the registration cannot be confirmed.
"""

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.rule import Rows, Rule, failing
from campaignctl.rules.sel._worth import worth


def check(case: Case) -> Rows:
    """Find forms that say No; a blank answer is told elsewhere. At stake is what the shop's lines would sell."""
    forms = case.registrations
    refused = ~forms["accepts_terms"].astype("boolean")
    return failing(
        forms,
        refused,
        at="accepts_terms",
        say="{shop_name} takes part without accepting the terms",
        amount=forms["seller_id"].map(worth(case)),
    )


RULE = Rule(
    code="SEL105",
    name="terms-not-accepted",
    severity=Severity.ERROR,
    over="registration",
    where=lambda forms: forms["taking_part"].eq("Yes"),
    needs=("accepts_terms",),
    check=check,
    fix="Ask the shop to accept the terms, or to write No under Taking part.",
    fix_for_seller="Choose Yes under I accept the terms, or No under Taking part.",
    examples=(
        draw("""
Seller
 | Seller ID | Shop name    | Taking part | I accept the terms
 | S-001     | Moss & Amber | Yes         | Yes
lumeria.xlsx: Seller
 | Seller ID | Shop name | Taking part | I accept the terms
 | S-003     | Lumeria   | Yes         | No                 | <- Lumeria takes part without accepting the terms
kindhome.xlsx: Seller
 | Seller ID | Shop name | Taking part | I accept the terms
 | S-002     | Kind Home | No          | No
"""),
    ),
)
