"""A change names the day on which it takes effect, but no time; it was read as that day's first minute.

Everything sold on that day is then held against the new terms. A spreadsheet cannot tell a day from its midnight, so
one that was meant is told too.
"""

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.domain.observations import Kind
from campaignctl.rules.case import Case
from campaignctl.rules.rule import Rule, Seen, observed


def check(case: Case) -> Seen:
    """Turn what the reader met into findings."""
    return observed(case, Kind.WHOLE_DAY_START, say="{column} has no time; it was {detail}")


RULE = Rule(
    code="WBK123",
    name="change-without-time",
    severity=Severity.NOTE,
    check=check,
    fix="Type the time at which it takes effect; if midnight was meant, nothing has to be done.",
    examples=(
        draw("""
Changes
   | No.  | From             | Kind            | Seller ID | Why         | Asked by   | Approved by
 7 | C001 | 2026-11-21       | Withdraw seller | S-001     | out of stock | Ines Roth | Ines Roth | <- From has no time; it was read as Sat 21 Nov 2026 00:00 PT
 8 | C002 | 2026-11-21 09:30 | Withdraw seller | S-002     | out of stock | Ines Roth | Ines Roth
"""),
    ),
)
