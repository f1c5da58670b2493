"""A milestone at which prices, registrations or promotions are released has no approver.

Nobody decides: the day passes, and what was to be checked there goes live unchecked.
"""

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.noticed import left_blank
from campaignctl.rules.rule import Rows, Rule, failing
from campaignctl.workbooks.timeline import TIMELINE

GATED = ("Registration", "Pricing", "Promotion set-up")


def check(case: Case) -> Rows:
    """Find milestones of the workstreams Registration, Pricing and Promotion set-up without a name."""
    rows = case.timeline
    nobody = rows["workstream"].isin(GATED) & left_blank(case, rows, TIMELINE, "approver")
    return failing(rows, nobody, at="approver", say="milestone {id} “{task}” has no approver")


RULE = Rule(
    code="TIM111",
    name="gate-without-approver",
    severity=Severity.WARNING,
    over="timeline",
    where=lambda rows: rows["milestone"],
    needs=("id", "task"),
    check=check,
    fix="Name who decides there, other than the owner.",
    see=("TIM113", "TIM120"),
    examples=(
        draw("""
Timeline
   | ID  | Task         | Workstream   | Duration | Start | Milestone | Approver
 7 | T01 | Forms are in | Registration | 0        | L-6d  | Yes       | Kai Lund
 8 | T02 | Price lock   | Pricing      | 0        | L-4d  | Yes       |          | <- milestone T02 “Price lock” has no approver
 9 | T03 | Prices again | Pricing      | 2        | L-4d  | No        |
10 | T04 | Banner ready | Creative     | 0        | L-3d  | Yes       |
"""),
    ),
)
