"""A gate is approved by the one who owns it.

Nobody else looks at the work before it counts as released.
"""

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.people import same_person
from campaignctl.rules.rule import Rows, Rule, failing


def check(case: Case) -> Rows:
    """Compare the two names, in any case."""
    rows = case.timeline
    same = same_person(rows["approver"], rows["owner"])
    return failing(rows, same, at="approver", say="{approver} owns {id} and approves it too")


RULE = Rule(
    code="TIM113",
    name="owner-approves-own-gate",
    severity=Severity.WARNING,
    over="timeline",
    where=lambda rows: rows["approver"].notna() & rows["owner"].notna(),
    needs=("id",),
    check=check,
    fix="Name a second person as approver.",
    see=("CMP111", "TIM111"),
    examples=(
        draw("""
Timeline
   | ID  | Task         | Owner     | Duration | Start | Milestone | Approver
 7 | T01 | Forms are in | Kai Lund  | 0        | L-6d  | Yes       | Ines Roth
 8 | T02 | Price lock   | Ines Roth | 0        | L-4d  | Yes       | ines roth | <- ines roth owns T02 and approves it too
"""),
    ),
)
