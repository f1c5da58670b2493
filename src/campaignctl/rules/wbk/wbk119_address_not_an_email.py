"""A cell that must hold an e-mail address does not.

The letter to that seller goes nowhere, and nobody is told.
"""

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.domain.observations import Kind
from campaignctl.rules.case import Case
from campaignctl.rules.rule import Rule, Seen, observed


def check(case: Case) -> Seen:
    """Turn what the reader met into findings."""
    return observed(case, Kind.NOT_AN_EMAIL, say="{column} “{detail}” is not an e-mail address")


RULE = Rule(
    code="WBK119",
    name="address-not-an-email",
    severity=Severity.ERROR,
    check=check,
    fix="Type one address, or several with semicolons between.",
    examples=(
        draw("""
Sellers
   | Seller ID | Shop name    | Category | Tier   | Account manager | Contact name | Contact e-mail
 7 | S-001     | Moss & Amber | Beauty   | Growth | Kai Lund        | Norah Lind   | norah@moss.example
 8 | S-002     | Lumeria      | Home     | Growth | Kai Lund        | Ivo Hart     | tom at lumeria | <- Contact e-mail “tom at lumeria” is not an e-mail address
"""),
    ),
)
