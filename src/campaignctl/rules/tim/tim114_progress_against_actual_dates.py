"""The percent complete of a task and its actual dates contradict each other.

Whoever reads the plan sees the task as done or as open, by the column they look at; the plan's progress is wrong
either way.
"""

from collections.abc import Iterator

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.rule import Rows, Rule, failing


def check(case: Case) -> Iterator[Rows]:
    """Find finished tasks that are not complete, complete ones that never finished, and progress without a start."""
    rows = case.timeline
    complete, started, finished = rows["complete"], rows["actual_start"].notna(), rows["actual_finish"].notna()
    say = "{id} finished {actual_finish}, yet is {complete} complete"
    cure = "Set % complete to 100%, or clear Actual finish."
    yield failing(rows, finished & (complete < 1), at="complete", say=say, fix=cure)
    say, cure = "{id} is 100% complete, but has no actual finish", "Fill the day on which it was done."
    yield failing(rows, (complete >= 1) & ~finished, at="actual_finish", say=say, fix=cure)
    begun = (complete > 0) & (complete < 1) & ~started & ~finished
    say = "{id} is {complete} complete, but never started"
    yield failing(rows, begun, at="actual_start", say=say, fix="Fill the day on which it began.")


RULE = Rule(
    code="TIM114",
    name="progress-against-actual-dates",
    severity=Severity.WARNING,
    over="timeline",
    where=lambda rows: rows["complete"].notna(),
    needs=("id",),
    check=check,
    fix="Make the percentage and the two actual dates say the same.",
    see=("TIM115",),
    examples=(
        draw("""
Timeline
   | ID  | Task           | Duration | Start | % complete | Actual start | Actual finish
 7 | T01 | Agree scope    | 5        | L-30d | 100%       | 2026-10-05   | 2026-10-09
 8 | T02 | Invite sellers | 10       | L-25d | 60%        | 2026-10-12   | 2026-10-26    | <- T02 finished Mon 26 Oct 2026, yet is 60% complete
 9 | T03 | Collect forms  | 15       | L-20d | 100%       | 2026-10-19   |               | <- T03 is 100% complete, but has no actual finish
10 | T04 | Check prices   | 3        | L-8d  | 30%        |              |               | <- T04 is 30% complete, but never started
11 | T05 | Key in         | 3        | L-4d  | 0%         |              |
"""),
    ),
)
