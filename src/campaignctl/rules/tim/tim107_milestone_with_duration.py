"""A milestone takes time.

A milestone is the moment at which something is decided or handed over. One that lasts three days is a task, and a
schedule draws it as one.
"""

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.rule import Rows, Rule, failing


def check(case: Case) -> Rows:
    """Find milestones with a duration above 0."""
    rows = case.timeline
    return failing(rows, rows["duration"] > 0, at="duration", say="milestone {id} takes {duration} working days")


RULE = Rule(
    code="TIM107",
    name="milestone-with-duration",
    severity=Severity.WARNING,
    over="timeline",
    where=lambda rows: rows["milestone"],
    needs=("id",),
    check=check,
    fix="Set Duration to 0, or Milestone to No; put the work into a task that comes before.",
    see=("TIM106",),
    examples=(
        draw("""
Timeline
   | ID  | Task       | Duration | Start | Milestone
 7 | T01 | Price lock | 0        | L-4d  | Yes
 8 | T02 | Go/no-go   | 2        | L-1d  | Yes       | <- milestone T02 takes 2 working days
 9 | T03 | Key in     | 2        | L-3d  | No
10 | T04 | Launch     |          | L-0d  | Yes
"""),
    ),
)
