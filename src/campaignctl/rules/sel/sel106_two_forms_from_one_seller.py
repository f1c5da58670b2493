"""One seller sent several registration workbooks.

Only the newest one counts: by when the workbooks themselves were saved, else by the round of the form. What stands in
another one is not checked and not set up. Where nothing in them tells, one of them is read until somebody decides.
"""

from collections.abc import Iterator

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.domain.observations import Kind
from campaignctl.rules.case import Case
from campaignctl.rules.rule import Rule, Seen, observed


def check(case: Case) -> Iterator[Seen]:
    """Turn what the reader decided, or could not decide, into findings."""
    yield observed(case, Kind.SUPERSEDED, say="{detail}")
    yield observed(case, Kind.UNDECIDED, say="{detail}", severity=Severity.ERROR)


RULE = Rule(
    code="SEL106",
    name="two-forms-from-one-seller",
    severity=Severity.WARNING,
    check=check,
    fix="Keep the workbook that holds, and move the other one out of registrations; or correct the Seller ID.",
    fix_for_seller="Tell us which of the two holds; correct the Seller ID if this one is another shop's.",
    see=("SEL101", "SKU103", "WBK414"),
    examples=(
        draw("""
Seller
 | Form ID         | Seller ID | Shop name    | Taking part
 | HD26-S-001-1-1  | S-001     | Moss & Amber | Yes         | <- Seller S-001 also sent registrations/new-glow.xlsx, which counts: it is the form of round 2, the other one of round 1
new-glow.xlsx: Seller
 | Form ID         | Seller ID | Shop name    | Taking part
 | HD26-S-001-1-2  | S-001     | Moss & Amber | No
lumeria.xlsx: Seller
 | Form ID         | Seller ID | Shop name    | Taking part
 | HD26-S-003-1-1  | S-003     | Lumeria      | Yes
"""),
        draw("""
Seller
 | Seller ID | Shop name    | Taking part
 | S-001     | Moss & Amber | Yes         | <- Seller S-001 also sent registrations/new-glow.xlsx, and nothing in the two tells which is newer; registrations/new-glow.xlsx is read meanwhile
new-glow.xlsx: Seller
 | Seller ID | Shop name    | Taking part
 | S-001     | Moss & Amber | No
"""),
    ),
)
