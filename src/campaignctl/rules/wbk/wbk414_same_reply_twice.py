"""The same reply lies in the folder twice.

A mail was saved twice, or a seller sent the same workbook again. It is read once.
"""

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.domain.observations import Kind
from campaignctl.rules.case import Case
from campaignctl.rules.rule import Rule, Seen, observed


def check(case: Case) -> Seen:
    """Turn what the reader met into findings."""
    return observed(case, Kind.SAME_TWICE, say="{value} {detail}")


RULE = Rule(
    code="WBK414",
    name="same-reply-twice",
    severity=Severity.NOTE,
    check=check,
    fix="Delete one of the two.",
    examples=(
        draw("""
Seller
 | Seller ID | Shop name    | Taking part
 | S-001     | Moss & Amber | Yes
moss-and-amber (2).xlsx: Seller
 | Seller ID | Shop name    | Taking part
 | S-001     | Moss & Amber | Yes         | <- registrations/moss-and-amber (2).xlsx says the same as registrations/moss-and-amber.xlsx
"""),
    ),
    see=("SEL106",),
)
