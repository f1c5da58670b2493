"""A task waits for a task that the Timeline does not have.

Nothing holds it back any more: it starts on paper before what it needs is done.
"""

from difflib import get_close_matches

import pandas as pd

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.domain.schedule import task_named
from campaignctl.rules.case import Case
from campaignctl.rules.rule import Rows, Rule, failing
from campaignctl.rules.tim._plan import known_ids, tasks


def check(case: Case) -> Rows:
    """Find predecessors that look like an ID and are none, with the nearest one there is."""
    rows, ids = case.timeline, known_ids(case)
    lost = [[named for part in task.strange if (named := task_named(part, ids))] for task in tasks(case)]
    unknown = pd.Series([", ".join(named) for named in lost], index=rows.index, dtype="str")
    return failing(
        rows,
        unknown != "",
        at="predecessors",
        say="There is no task {unknown}",
        fix="{hint}",
        unknown=unknown,
        hint=pd.Series([_hint(named, ids) for named in lost], index=rows.index, dtype="str"),
    )


def _hint(named: list[str], ids: frozenset[str]) -> str:
    near = [match for name in named for match in get_close_matches(name.casefold(), ids, n=1, cutoff=0.6)]
    return f"Did you mean {' and '.join(near).upper()}?" if near else "Correct the ID, or add the task."


RULE = Rule(
    code="TIM102",
    name="predecessor-unknown",
    severity=Severity.ERROR,
    over="timeline",
    check=check,
    fix="Correct the ID, or add the task.",
    see=("TIM103", "TIM104"),
    examples=(
        draw("""
Timeline
   | ID  | Task           | Duration | Start | Predecessors
 7 | T01 | Agree scope    | 5        | L-30d |
 8 | T02 | Invite sellers | 10       |       | T01SS+2d
 9 | T03 | Collect forms  | 20       |       | T02; T20       | <- There is no task T20
10 | T04 | Check prices   | 3        |       | t03FS+1d
"""),
    ),
)
