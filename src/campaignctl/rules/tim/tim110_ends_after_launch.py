"""By its own plan a task that the launch rests on is not done when the campaign starts.

Prices that are not checked and promotions that are not keyed in by then are live as they are. Meant are the
workstreams Scoping, Recruitment, Registration, Pricing and Promotion set-up; the first task of a chain is told.
"""

import pandas as pd

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.cmp._days import said_day
from campaignctl.rules.rule import Rows, Rule, failing
from campaignctl.rules.tim._plan import (
    counted,
    dated,
    earliest_ends,
    known_ids,
    launch_day,
    tasks,
    working_days_between,
)

BEFORE_LAUNCH = ("Scoping", "Recruitment", "Registration", "Pricing", "Promotion set-up")


def check(case: Case) -> Rows:
    """Find tasks of those workstreams that end after the last day before the campaign starts."""
    rows, ends = case.timeline, earliest_ends(case)[0]
    launch = dated([launch_day(case)] * len(rows), rows.index)
    late = (ends > launch) & rows["workstream"].isin(BEFORE_LAUNCH)
    return failing(
        rows,
        late & ~_behind(case, late),
        at="task",
        say="by the plan {id} ends {last}, {over} too late for the launch",
        last=said_day(ends),
        over=counted(working_days_between(launch, ends), "working day", "working days"),
    )


def _behind(case: Case, late: "pd.Series[bool]") -> "pd.Series[bool]":
    """Whether a task waits for one that is late itself."""
    told = set(case.timeline.loc[late, "id"].str.casefold()) & known_ids(case)
    behind = [any(link.task.casefold() in told for link in task.links) for task in tasks(case)]
    return pd.Series(behind, index=late.index, dtype="bool")


RULE = Rule(
    code="TIM110",
    name="ends-after-launch",
    severity=Severity.WARNING,
    over="timeline",
    where=lambda rows: rows["id"].notna(),
    needs=("campaign.starts", "campaign.ends"),
    check=check,
    fix="Start it or what it waits for earlier, shorten one of them, or move the launch.",
    see=("TIM109",),
    examples=(
        draw("""
Timeline
   | ID  | Task           | Workstream       | Duration | Start | Predecessors
 7 | T01 | Collect forms  | Registration     | 10       | L-15d |
 8 | T02 | Check prices   | Pricing          | 5        |       | T01
 9 | T03 | Key in         | Promotion set-up | 2        |       | T02          | <- by the plan T03 ends Mon 23 Nov 2026, 2 working days too late for the launch
10 | T04 | Check what is live | Promotion set-up | 1    |       | T03
11 | T05 | Final report   | Reporting        | 3        |       | T03
"""),
    ),
)
