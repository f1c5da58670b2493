"""A task was done before it began.

One of the two days is wrong; how long such work takes is learnt wrongly for the next campaign.
"""

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.rule import Rows, Rule, failing


def check(case: Case) -> Rows:
    """Compare the two actual days; the same day is allowed."""
    rows = case.timeline
    say = "{id} was done {actual_finish}, and began {actual_start}"
    return failing(rows, rows["actual_finish"] < rows["actual_start"], at="actual_finish", say=say)


RULE = Rule(
    code="TIM115",
    name="actual-finish-before-start",
    severity=Severity.ERROR,
    over="timeline",
    where=lambda rows: rows["actual_finish"].notna() & rows["actual_start"].notna(),
    needs=("id",),
    check=check,
    fix="Correct the one of the two days that is wrong.",
    see=("TIM105", "TIM114"),
    examples=(
        draw("""
Timeline
   | ID  | Task           | Duration | Start | % complete | Actual start | Actual finish
 7 | T01 | Agree scope    | 5        | L-30d | 100%       | 2026-10-05   | 2026-10-05
 8 | T02 | Invite sellers | 10       | L-25d | 100%       | 2026-11-02   | 2026-10-23    | <- T02 was done Fri 23 Oct 2026, and began Mon 2 Nov 2026
"""),
    ),
)
