"""The backup of a contact is nobody in Contacts.

When the person falls ill on launch night, the name of the stand-in leads nowhere.
"""

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.people import strangers, who_was_meant
from campaignctl.rules.rule import Rows, Rule, failing


def check(case: Case) -> Rows:
    """Find backups that have no row of their own, in any case."""
    rows = case.contacts
    unknown = strangers(case, rows["backup"])
    hint = who_was_meant(case, rows["backup"].where(unknown))
    return failing(rows, unknown, at="backup", say="backup {backup} is not in Contacts", fix="{hint}", hint=hint)


RULE = Rule(
    code="COM106",
    name="backup-unknown",
    severity=Severity.ERROR,
    over="contacts",
    check=check,
    fix="Correct the name, or add the person to Contacts.",
    see=("COM107",),
    examples=(
        draw("""
Contacts
   | Name      | E-mail                   | Team                | Backup
 7 | Ines Roth | ines@marketplace.example | Campaign operations | kai lund
 8 | Kai Lund  | kai@marketplace.example  | Category management | Ivo Hart | <- backup Ivo Hart is not in Contacts
"""),
    ),
)
