"""A task should be done by now, and is not.

Everything that waits for it is later by as much, and the launch may be too. Its deadline counts, else the end that
the plan gives it.
"""

import pandas as pd

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.cmp._days import said_day
from campaignctl.rules.rule import Rows, Rule, failing
from campaignctl.rules.tim._plan import counted, earliest_ends, last_days, working_days_between


def check(case: Case) -> Rows | tuple[()]:
    """Find open tasks whose last day lies before the one on which the plan is looked at."""
    if case.now is None:
        return ()
    rows = case.timeline
    due = last_days(case, rows["deadline"]).fillna(earliest_ends(case)[0])
    today = pd.Series(pd.Timestamp(case.local(case.now).date()), index=rows.index)
    still = rows["actual_finish"].isna() & ~(rows["complete"] >= 1).fillna(value=False)
    return failing(
        rows,
        (due < today) & still,
        at="complete",
        say="{id} was due {due} and is {done} complete: {late} late",
        due=said_day(due),
        done=[f"{round(float(share) * 100)}%" for share in rows["complete"].fillna(0.0)],
        late=counted(working_days_between(due, today), "working day", "working days"),
    )


RULE = Rule(
    code="TIM117",
    name="task-late",
    severity=Severity.WARNING,
    over="timeline",
    where=lambda rows: rows["id"].notna(),
    check=check,
    timed=True,
    fix="Ask its owner; set % complete and Actual finish if it is done, else plan what it holds up anew.",
    see=("TIM109",),
    examples=(
        draw("""
As of 2026-11-12 09:00
Timeline
   | ID  | Task           | Duration | Start | Predecessors | Deadline         | % complete | Actual finish
 7 | T01 | Invite sellers | 10       | L-30d |              |                  | 100%       | 2026-10-23
 8 | T02 | Collect forms  | 5        | L-10d | T01          | 2026-11-10 18:00 | 80%        |            | <- T02 was due Tue 10 Nov 2026 and is 80% complete: 2 working days late
 9 | T03 | Draw banners   | 3        | L-9d  | T01          |                  |            |            | <- T03 was due Wed 11 Nov 2026 and is 0% complete: 1 working day late
10 | T04 | Check prices   | 3        |       | T02          | 2026-11-12       | 0%         |
"""),
    ),
)
