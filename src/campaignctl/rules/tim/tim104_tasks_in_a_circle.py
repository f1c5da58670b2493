"""Tasks wait for one another in a circle.

None of them can ever start, and no schedule can be made of the plan.
"""

import pandas as pd

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.rule import Rows, Rule, failing
from campaignctl.rules.tim._plan import waiting_circles


def check(case: Case) -> Rows:
    """Tell every circle once, at its first task."""
    rows = case.timeline
    ids = rows["id"].tolist()
    ways = {circle[0]: " → ".join(ids[at] for at in (*circle, circle[0])) for circle in waiting_circles(case)}
    way = pd.Series([ways.get(at) for at in range(len(rows))], index=rows.index, dtype="str")
    return failing(rows, way.notna(), at="predecessors", say="{id} waits for itself: {way}", way=way)


RULE = Rule(
    code="TIM104",
    name="tasks-in-a-circle",
    severity=Severity.ERROR,
    over="timeline",
    where=lambda rows: rows["id"].notna(),
    check=check,
    fix="Take one of the links out: the one that was meant the other way round.",
    see=("TIM102",),
    examples=(
        draw("""
Timeline
   | ID  | Task           | Duration | Start | Predecessors
 7 | T01 | Agree scope    | 5        | L-30d |
 8 | T02 | Invite sellers | 10       |       | T01; T04       | <- T02 waits for itself: T02 → T04 → T03 → T02
 9 | T03 | Collect forms  | 20       |       | T02
10 | T04 | Check prices   | 3        |       | T03
11 | T05 | Final report   | 3        |       | T05            | <- T05 waits for itself: T05 → T05
"""),
    ),
)
