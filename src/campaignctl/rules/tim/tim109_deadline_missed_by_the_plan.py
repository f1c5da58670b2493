"""By its own plan a task ends after its deadline.

Nobody is late yet, and the deadline is lost already: durations, links and the starting day leave no other way.
Counted in working days, Monday to Friday; public holidays come on top.
"""

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.cmp._days import said_day
from campaignctl.rules.rule import Rows, Rule, failing
from campaignctl.rules.tim._plan import counted, earliest_ends, last_days, working_days_between


def check(case: Case) -> Rows:
    """Compare the earliest end of every task with the day of its deadline; to end on that day is in time."""
    rows = case.timeline
    ends = earliest_ends(case)[0]
    due = last_days(case, rows["deadline"])
    return failing(
        rows,
        (ends > due) & rows["deadline"].notna(),
        at="deadline",
        say="by the plan {id} ends {last}, {late} after its deadline {due}",
        fix="Start {id} or what it waits for {late} earlier, shorten one of them, or move the deadline.",
        last=said_day(ends),
        due=said_day(due),
        late=counted(working_days_between(due, ends), "working day", "working days"),
    )


RULE = Rule(
    code="TIM109",
    name="deadline-missed-by-the-plan",
    severity=Severity.WARNING,
    over="timeline",
    where=lambda rows: rows["id"].notna(),
    check=check,
    fix="Start earlier, shorten the way there, or move the deadline.",
    see=("TIM110", "TIM117", "TIM118"),
    examples=(
        draw("""
Timeline
   | ID  | Task           | Duration | Start      | Predecessors | Deadline
 7 | T01 | Invite sellers | 10       | 2026-10-12 |              | 2026-10-23 18:00
 8 | T02 | Collect forms  | 15       |            | T01          | 2026-11-12 18:00 | <- by the plan T02 ends Fri 13 Nov 2026, 1 working day after its deadline Thu 12 Nov 2026
 9 | T03 | Check prices   | 3        |            | T02SS+10d    | 2026-11-16
10 | T04 | Price lock     | 0        |            | T02; T03     | 2026-11-11       | <- by the plan T04 ends Fri 13 Nov 2026, 2 working days after its deadline Wed 11 Nov 2026
"""),
        draw("""
Timeline
   | ID  | Task      | Duration | Start | Predecessors | Deadline
 7 | T01 | Key in    | 3        | L-5d  |              | 2026-11-17
 8 | T02 | Rehearse  | 1        | L-2d  | T01          | 2026-11-18
"""),
    ),
)
