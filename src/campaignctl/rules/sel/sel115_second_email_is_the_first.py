"""The second e-mail of a form is its contact e-mail once more.

Nobody else reads along: when the one person is on holiday, fix-list and confirmation stay unread.
"""

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.people import same_person
from campaignctl.rules.rule import Rows, Rule, failing


def check(case: Case) -> Rows:
    """Compare both addresses, in any case."""
    forms = case.registrations
    same = same_person(forms["second_email"], forms["contact_email"])
    return failing(forms, same, at="second_email", say="{second_email} is the contact e-mail too")


RULE = Rule(
    code="SEL115",
    name="second-email-is-the-first",
    severity=Severity.NOTE,
    over="registration",
    where=lambda forms: forms["second_email"].notna(),
    check=check,
    fix="Write a colleague's address, or leave the line blank.",
    see=("SEL116",),
    examples=(
        draw("""
Seller
 | Seller ID | Shop name    | Taking part | Contact e-mail     | Second e-mail
 | S-001     | Moss & Amber | Yes         | norah@moss.example | Norah@moss.example | <- Norah@moss.example is the contact e-mail too
lumeria.xlsx: Seller
 | Seller ID | Shop name | Taking part | Contact e-mail     | Second e-mail
 | S-003     | Lumeria   | Yes         | jo@lumeria.example | shop@lumeria.example
"""),
    ),
)
