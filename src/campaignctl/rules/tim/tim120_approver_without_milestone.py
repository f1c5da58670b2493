"""A task has an approver, but is no milestone.

Only a milestone is a gate. Of any other task nobody is asked to approve anything, and the approver waits for a
question that never comes.
"""

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.rule import Rows, Rule, failing


def check(case: Case) -> Rows:
    """Find approvers of tasks that are not marked as milestones."""
    rows = case.timeline
    plain = ~rows["milestone"].fillna(value=False)
    return failing(rows, plain, at="approver", say="{id} has the approver {approver}, but is no milestone")


RULE = Rule(
    code="TIM120",
    name="approver-without-milestone",
    severity=Severity.WARNING,
    over="timeline",
    where=lambda rows: rows["approver"].notna(),
    needs=("id",),
    check=check,
    fix="Add a milestone after the task for the approval, set Milestone to Yes, or clear Approver.",
    see=("TIM111",),
    examples=(
        draw("""
Timeline
   | ID  | Task         | Duration | Start | Milestone | Approver
 7 | T01 | Check prices | 3        | L-8d  | No        | Ines Roth | <- T01 has the approver Ines Roth, but is no milestone
 8 | T02 | Price lock   | 0        | L-4d  | Yes       | Ines Roth
"""),
    ),
)
