"""What a task waits for is written in a way that no schedule understands.

A person may guess what was meant; MS Project and the calendar cannot, and leave the link out.
"""

import pandas as pd

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.domain.schedule import task_named
from campaignctl.rules.case import Case
from campaignctl.rules.rule import Rows, Rule, failing
from campaignctl.rules.tim._plan import known_ids, tasks


def check(case: Case) -> Rows:
    """Find parts of the cell that are no ID, alone or with a kind of link and a lag."""
    rows, ids = case.timeline, known_ids(case)
    odd = ["”, “".join(part for part in task.strange if not task_named(part, ids)) for task in tasks(case)]
    said = pd.Series(odd, index=rows.index, dtype="str")
    return failing(rows, said != "", at="predecessors", say="“{odd}” names no task in a way that can be read", odd=said)


RULE = Rule(
    code="TIM103",
    name="predecessors-not-understood",
    severity=Severity.ERROR,
    over="timeline",
    check=check,
    fix="Write IDs with ; between them, and a lag in working days where there is one: T03; T04SS+2d.",
    see=("TIM102",),
    examples=(
        draw("""
Timeline
   | ID  | Task           | Duration | Start | Predecessors
 7 | T01 | Agree scope    | 5        | L-30d |
 8 | T02 | Invite sellers | 10       |       | after T01      | <- “after T01” names no task in a way that can be read
 9 | T03 | Collect forms  | 20       |       | T01, T02FS-1w
10 | T04 | Check prices   | 3        |       | T02; T03 + 2 weeks | <- “T03 + 2 weeks” names no task in a way that can be read
"""),
    ),
)
