"""A workbook is the form of another campaign.

Sellers fill last year's form again. Its promotions, dates and terms are not these, so nothing in it is read.
"""

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.domain.observations import Kind
from campaignctl.rules.case import Case
from campaignctl.rules.rule import Rule, Seen, observed


def check(case: Case) -> Seen:
    """Turn what the reader met into findings."""
    return observed(
        case, Kind.OTHER_CAMPAIGN, say="the workbook is the form of campaign {detail}; nothing in it was read"
    )


RULE = Rule(
    code="WBK411",
    name="form-of-another-campaign",
    severity=Severity.ERROR,
    check=check,
    fix="Send the seller this campaign’s form, and move the old one out of registrations.",
    fix_for_seller="Fill in the form of this campaign, and send that one.",
    examples=(
        draw("""
Seller
 | Form ID         | Seller ID | Shop name    | Taking part
 | HD25-S-001-1-1  | S-001     | Moss & Amber | Yes         | <- the workbook is the form of campaign HD25; nothing in it was read
lumeria.xlsx: Seller
 | Form ID         | Seller ID | Shop name    | Taking part
 | HD26-S-001-1-1  | S-001     | Moss & Amber | Yes
"""),
    ),
)
