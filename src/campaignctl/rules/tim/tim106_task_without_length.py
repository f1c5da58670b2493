"""Nobody can tell how long a task takes: it has no Duration, and not both Start and Finish.

It counts as nothing: everything that waits for it moves to a day that cannot be kept.
"""

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.noticed import left_blank
from campaignctl.rules.rule import Rows, Rule, failing
from campaignctl.workbooks.timeline import TIMELINE


def check(case: Case) -> Rows:
    """Find such tasks; a milestone takes no time, and a cell that cannot be read is told elsewhere."""
    rows = case.timeline
    open_ended = rows["start"].isna() | (rows["finish"].isna() & left_blank(case, rows, TIMELINE, "finish"))
    none = left_blank(case, rows, TIMELINE, "duration") & open_ended
    return failing(rows, none, at="duration", say="{id} has no duration, and not both a start and a finish")


RULE = Rule(
    code="TIM106",
    name="task-without-length",
    severity=Severity.ERROR,
    over="timeline",
    where=lambda rows: ~rows["milestone"].fillna(value=False),
    needs=("id",),
    check=check,
    fix="Fill Duration in working days, or Start and Finish where others set the dates.",
    see=("TIM107", "TIM119"),
    examples=(
        draw("""
Timeline
   | ID  | Task          | Duration | Start      | Finish     | Predecessors | Milestone
 7 | T01 | Agree scope   | 5        | L-30d      |            |              | No
 8 | T02 | Collect forms |          |            |            | T01          | No        | <- T02 has no duration, and not both a start and a finish
 9 | T03 | Banner slot   |          | 2026-11-20 | 2026-11-25 |              | No
10 | T04 | Price lock    |          |            |            | T02          | Yes
11 | T05 | Rehearsal     | two      |            |            | T04          | No
"""),
    ),
)
