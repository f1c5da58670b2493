"""A contact's time on call ends before it starts.

Nobody is on call then, although the launch sheet shows a name.
"""

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.rule import Rows, Rule, failing


def check(case: Case) -> Rows:
    """Compare the two ends of the window."""
    rows = case.contacts
    backwards = rows["on_call_to"] <= rows["on_call_from"]
    return failing(
        rows, backwards, at="on_call_to", say="{name} is on call until {on_call_to}, and from {on_call_from}"
    )


RULE = Rule(
    code="COM108",
    name="on-call-ends-before-it-starts",
    severity=Severity.ERROR,
    over="contacts",
    where=lambda rows: rows["on_call_from"].notna() & rows["on_call_to"].notna(),
    needs=("name",),
    check=check,
    fix="Correct the one of the two times that is wrong: after midnight it is the next day.",
    see=("COM109", "COM110"),
    examples=(
        draw("""
Contacts
   | Name      | E-mail                   | Team                | On call from     | On call to
 7 | Ines Roth | ines@marketplace.example | Campaign operations | 2026-11-19 18:00 | 2026-11-23 08:00
 8 | Kai Lund  | kai@marketplace.example  | Category management | 2026-11-23 18:00 | 2026-11-23 02:00 | <- Kai Lund is on call until Mon 23 Nov 2026 02:00, and from Mon 23 Nov 2026 18:00
"""),
    ),
)
