"""A task is said to have begun or been done on a day that has not come yet.

It counts as done, and nobody looks after it again.
"""

from collections.abc import Iterator

import pandas as pd

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.rule import Rows, Rule, failing


def check(case: Case) -> Iterator[Rows]:
    """Find actual days after the one on which the plan is looked at."""
    if case.now is None:
        return
    rows, now = case.timeline, pd.Timestamp(case.now)
    done, begun = rows["actual_finish"] > now, rows["actual_start"] > now
    say = "{id} is said to have been done {actual_finish}, which is still to come"
    yield failing(rows, done, at="actual_finish", say=say)
    say = "{id} is said to have begun {actual_start}, which is still to come"
    yield failing(rows, begun & ~done.fillna(value=False), at="actual_start", say=say)


RULE = Rule(
    code="TIM116",
    name="actual-date-in-the-future",
    severity=Severity.ERROR,
    over="timeline",
    where=lambda rows: rows["actual_start"].notna() | rows["actual_finish"].notna(),
    needs=("id",),
    check=check,
    timed=True,
    fix="Write the day on which it really happened, or clear the cell.",
    see=("TIM114",),
    examples=(
        draw("""
As of 2026-11-10 09:00
Timeline
   | ID  | Task           | Duration | Start | % complete | Actual start | Actual finish
 7 | T01 | Agree scope    | 5        | L-30d | 100%       | 2026-10-05   | 2026-11-10
 8 | T02 | Invite sellers | 10       | L-25d | 100%       | 2026-10-12   | 2026-12-23    | <- T02 is said to have been done Wed 23 Dec 2026, which is still to come
 9 | T03 | Check prices   | 3        | L-8d  | 10%        | 2026-11-11   |               | <- T03 is said to have begun Wed 11 Nov 2026, which is still to come
"""),
    ),
)
