"""One seller sent two registration workbooks.

Both are read, every line counts twice, and nobody knows which prices hold.
"""

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.rule import Rows, Rule, failing


def check(case: Case) -> Rows:
    """Find the second and every further workbook of a seller, in the order of their names."""
    forms = case.registrations.assign(name=case.registrations["file"].astype("str"))
    other = forms.groupby("seller_id")["name"].transform("first")
    again = forms.duplicated("seller_id")
    return failing(forms, again, at="seller_id", say="Seller {seller_id} also sent {other}", other=other)


RULE = Rule(
    code="SEL106",
    name="two-forms-from-one-seller",
    severity=Severity.ERROR,
    over="registration",
    where=lambda forms: forms["seller_id"].notna(),
    check=check,
    fix="Keep the newer workbook in the folder registrations, and move the other one out; or correct the Seller ID.",
    see=("SEL101", "SKU103"),
    examples=(
        draw("""
Seller
 | Seller ID | Shop name    | Taking part
 | S-001     | Moss & Amber | Yes
lumeria.xlsx: Seller
 | Seller ID | Shop name    | Taking part
 | S-003     | Lumeria      | Yes
new-glow.xlsx: Seller
 | Seller ID | Shop name    | Taking part
 | S-001     | Moss & Amber | Yes         | <- Seller S-001 also sent registrations/moss-and-amber.xlsx
"""),
    ),
)
