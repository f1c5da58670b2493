"""A form names another contact than the one we write to.

Letters go to the address of the Sellers sheet: whoever filled the form does not get the fix-list.
"""

import pandas as pd

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.rule import Rows, Rule, failing


def check(case: Case) -> Rows:
    """Find contact e-mails that are neither the contact nor a Cc of the shop's row, in any case."""
    forms = case.registrations
    sellers = case.sellers.dropna(subset=["seller_id"]).drop_duplicates("seller_id").set_index("seller_id")
    known = sellers["contact_email"].fillna("") + "; " + sellers["cc"].fillna("")
    ours = forms["seller_id"].map(known.where(sellers["contact_email"].notna()))
    pairs = zip(forms["contact_email"].fillna(""), ours, strict=True)
    other = [not pd.isna(there) and not _among(here, str(there)) for here, there in pairs]
    say = "{shop_name} names {contact_email}; we write to {ours}"
    return failing(
        forms,
        pd.Series(other, index=forms.index, dtype="bool"),
        at="contact_email",
        say=say,
        ours=ours.str.removesuffix("; "),
    )


def _among(here: str, there: str) -> bool:
    return bool(set(here.casefold().split("; ")) & set(there.casefold().split("; ")))


RULE = Rule(
    code="SEL116",
    name="contact-differs-from-invitation",
    severity=Severity.NOTE,
    over="registration",
    where=lambda forms: forms["contact_email"].notna() & forms["seller_id"].notna(),
    check=check,
    fix="Add the address on the Sellers sheet, as contact or as Cc.",
    fix_for_seller="Nothing, if both are right; tell us if our letters are to go to another address.",
    see=("SEL115",),
    examples=(
        draw("""
Sellers
   | Seller ID | Shop name    | Category    | Tier   | Contact e-mail       | Cc
 7 | S-001     | Moss & Amber | Beauty      | Growth | norah@moss.example   |
 8 | S-003     | Lumeria      | Electronics | Growth | jo@lumeria.example   |
 9 | S-004     | Kind Home    | Home        | Growth | ask@kindhome.example | lee@kindhome.example
Seller
 | Seller ID | Shop name    | Taking part | Contact e-mail
 | S-001     | Moss & Amber | Yes         | Norah@moss.example
lumeria.xlsx: Seller
 | Seller ID | Shop name | Taking part | Contact e-mail
 | S-003     | Lumeria   | Yes         | sam@lumeria.example | <- Lumeria names sam@lumeria.example; we write to jo@lumeria.example
kindhome.xlsx: Seller
 | Seller ID | Shop name | Taking part | Contact e-mail
 | S-004     | Kind Home | Yes         | lee@kindhome.example
"""),
    ),
)
