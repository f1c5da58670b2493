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
 7 | S-001     | Glow & Grain | Beauty   | Growth | Mei Park        | Priya Shah   | priya@glow.example
 8 | S-002     | Voltbay      | Home     | Growth | Mei Park        | Tom Hale     | tom at voltbay | <- Contact e-mail “tom at voltbay” is not an e-mail address
"""),
    ),
)
