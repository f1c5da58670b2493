"""Nothing says when a task is to be done: it has no start, no finish and waits for nothing.

It stands in no week of the calendar, and is found on the last evening.
"""

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.noticed import left_blank
from campaignctl.rules.rule import Rows, Rule, failing
from campaignctl.workbooks.timeline import TIMELINE


def check(case: Case) -> Rows:
    """Find such tasks; a finish that cannot be read is told elsewhere."""
    rows = case.timeline
    free = rows["start"].isna() & rows["predecessors"].isna() & left_blank(case, rows, TIMELINE, "finish")
    return failing(rows, free, at="start", say="nothing says when {id} is to be done")


RULE = Rule(
    code="TIM119",
    name="task-without-a-date",
    severity=Severity.WARNING,
    over="timeline",
    needs=("id",),
    check=check,
    fix="Fill Start (a date, or L-10d), or name what it waits for under Predecessors.",
    see=("TIM106",),
    examples=(
        draw("""
Timeline
   | ID  | Task           | Duration | Start | Finish     | Predecessors
 7 | T01 | Agree scope    | 5        | L-30d |            |
 8 | T02 | Invite sellers | 10       |       |            | T01
 9 | T03 | Order samples  | 2        |       |            |              | <- nothing says when T03 is to be done
10 | T04 | Banner slot    | 1        |       | 2026-11-19 |
"""),
    ),
)
