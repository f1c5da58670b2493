"""The Form ID and the Seller ID of a workbook name two sellers.

A form was copied from one shop to another, or an ID mistyped. Whose prices these are is then a guess.
"""

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.domain.observations import Kind
from campaignctl.rules.case import Case
from campaignctl.rules.rule import Rule, Seen, observed


def check(case: Case) -> Seen:
    """Turn what the reader met into findings."""
    return observed(case, Kind.IDS_DISAGREE, say="Seller ID “{value}” {detail}")


RULE = Rule(
    code="WBK412",
    name="form-id-against-seller-id",
    severity=Severity.ERROR,
    check=check,
    fix="Ask the seller whose lines these are; correct the Seller ID, or send it its own form.",
    fix_for_seller="Correct the Seller ID, or fill in the form that was sent to you.",
    examples=(
        draw("""
Sellers
   | Seller ID | Shop name    | Category | Tier   | Account manager | Contact name | Contact e-mail
 7 | S-001     | Moss & Amber | Beauty   | Growth | Kai Lund        | Norah Lind   | norah@moss.example
 8 | S-003     | Lumeria      | Beauty   | Growth | Kai Lund        | Ana Lopez    | ana@lumeria.example
Seller
 | Form ID         | Seller ID | Shop name    | Taking part
 | HD26-S-001-1-1  | S-001     | Moss & Amber | Yes
lumeria.xlsx: Seller
 | Form ID         | Seller ID | Shop name | Taking part
 | HD26-S-001-1-1  | S-003     | Lumeria   | Yes         | <- Seller ID “S-003” is another seller than the Form ID HD26-S-001-1-1 says; S-003 was believed, for the shop's name says the same, and stands there
"""),
    ),
    see=("SEL101",),
)
