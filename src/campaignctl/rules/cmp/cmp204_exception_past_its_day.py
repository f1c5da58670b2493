"""An exception has passed its last day.

What it excused counts again; whoever relied on it should hear so before the launch does not take place.
"""

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.exceptions import past
from campaignctl.rules.rule import Rows, Rule, failing


def check(case: Case) -> Rows:
    """Find exceptions whose Until lies before the day on which the campaign is looked at."""
    rows = case.frames["rules"]
    return failing(rows, past(case, rows), at="until", say="the exception of {code} held until {until}")


RULE = Rule(
    code="CMP204",
    name="exception-past-its-day",
    severity=Severity.WARNING,
    over="rules",
    where=lambda rows: rows["until"].notna(),
    needs=("code",),
    check=check,
    timed=True,
    fix="Agree on a later day with the approver, or delete the row.",
    see=("CMP203",),
    examples=(
        draw("""
As of 2026-11-16 09:00
Rules
   | Code   | Where   | Action  | Reason          | Approved by | Until
 7 | PRM104 | HD26-02 | Warning | agreed by phone | Kai Lund    | 2026-11-16
 8 | PRM104 | HD26-03 | Warning | agreed by phone | Kai Lund    | 2026-11-13 | <- the exception of PRM104 held until Fri 13 Nov 2026
"""),
    ),
)
