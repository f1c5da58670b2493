"""A contact is their own backup.

There is nobody else to call when the person cannot be reached.
"""

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.people import same_person
from campaignctl.rules.rule import Rows, Rule, failing


def check(case: Case) -> Rows:
    """Compare both names, in any case."""
    rows = case.contacts
    return failing(rows, same_person(rows["backup"], rows["name"]), at="backup", say="{backup} is their own backup")


RULE = Rule(
    code="COM107",
    name="own-backup",
    severity=Severity.WARNING,
    over="contacts",
    where=lambda rows: rows["backup"].notna(),
    check=check,
    fix="Name another person.",
    see=("COM106",),
    examples=(
        draw("""
Contacts
   | Name      | E-mail                   | Team                | Backup
 7 | Ines Roth | ines@marketplace.example | Campaign operations | Kai Lund
 8 | Kai Lund  | kai@marketplace.example  | Category management | kai lund | <- kai lund is their own backup
"""),
    ),
)
