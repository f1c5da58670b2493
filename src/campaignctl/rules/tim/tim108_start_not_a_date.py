"""A start is neither a date nor working days before launch.

The task floats: it starts on paper as soon as its predecessors allow, which may be today.
"""

import pandas as pd

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.rule import Rows, Rule, failing
from campaignctl.rules.tim._plan import unreadable


def check(case: Case) -> Rows:
    """Find starts that cannot be read."""
    rows = case.timeline
    odd = pd.Series([unreadable(case, cell) for cell in rows["start"]], index=rows.index, dtype="bool")
    return failing(rows, odd, at="start", say="“{start}” is neither a date nor working days before launch")


RULE = Rule(
    code="TIM108",
    name="start-not-a-date",
    severity=Severity.ERROR,
    over="timeline",
    where=lambda rows: rows["start"].notna(),
    check=check,
    fix="Write a date such as 2026-11-09, or L-10d for ten working days before launch.",
    see=("TIM105",),
    examples=(
        draw("""
Timeline
   | ID  | Task           | Duration | Start
 7 | T01 | Agree scope    | 5        | L-30d
 8 | T02 | Invite sellers | 10       | 2026-10-12
 9 | T03 | Collect forms  | 20       | after T02  | <- “after T02” is neither a date nor working days before launch
10 | T04 | Check prices   | 3        | L10        | <- “L10” is neither a date nor working days before launch
11 | T05 | Key in         | 2        | 9 Nov 2026
"""),
    ),
)
