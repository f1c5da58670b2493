"""A contact who is on call has no phone and no chat.

At two in the morning nobody reads mail: the one who finds the wrong price cannot reach the one who can mend it.
"""

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.noticed import left_blank
from campaignctl.rules.rule import Rows, Rule, failing
from campaignctl.workbooks.contacts import CONTACTS


def check(case: Case) -> Rows:
    """Find people on call whose Phone or chat is blank."""
    rows = case.contacts
    silent = left_blank(case, rows, CONTACTS, "phone")
    return failing(rows, silent, at="phone", say="{name} is on call, and cannot be called")


RULE = Rule(
    code="COM112",
    name="on-call-without-phone",
    severity=Severity.WARNING,
    over="contacts",
    where=lambda rows: rows["on_call_from"].notna() | rows["on_call_to"].notna(),
    needs=("name",),
    check=check,
    fix="Fill Phone or chat; it stands in the launch sheet alone.",
    see=("COM109",),
    examples=(
        draw("""
Contacts
   | Name      | E-mail                   | Team                | On call from     | On call to       | Phone or chat
 7 | Ines Roth | ines@marketplace.example | Campaign operations | 2026-11-18 18:00 | 2026-11-26 08:00 | +1 555 0100
 8 | Kai Lund  | kai@marketplace.example  | Category management | 2026-11-20 18:00 | 2026-11-21 02:00 |             | <- Kai Lund is on call, and cannot be called
 9 | Ivo Hart  | ivo@marketplace.example  | Livestream          |                  |                  |
"""),
    ),
)
