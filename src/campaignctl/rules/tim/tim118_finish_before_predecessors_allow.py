"""Others set the date on which a task ends, and what it waits for is not done by then.

The slot, the shoot or the print date comes, and there is nothing to hand over.
"""

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.cmp._days import said_day
from campaignctl.rules.rule import Rows, Rule, failing
from campaignctl.rules.tim._plan import earliest_ends, last_days


def check(case: Case) -> Rows:
    """Find tasks with a Finish that their predecessors and their own length do not allow."""
    rows = case.timeline
    allowed, fixed = earliest_ends(case)[1], last_days(case, rows["finish"])
    return failing(
        rows,
        (allowed > fixed) & rows["finish"].notna() & rows["predecessors"].notna(),
        at="finish",
        say="{id} must finish {fixed}; what it waits for allows {first} at the earliest",
        fixed=said_day(fixed),
        first=said_day(allowed),
    )


RULE = Rule(
    code="TIM118",
    name="finish-before-predecessors-allow",
    severity=Severity.WARNING,
    over="timeline",
    where=lambda rows: rows["id"].notna(),
    check=check,
    fix="Start what it waits for earlier, shorten the way there, or have the date moved.",
    see=("TIM109",),
    examples=(
        draw("""
Timeline
   | ID  | Task           | Duration | Start      | Finish     | Predecessors
 7 | T01 | Write the copy | 5        | 2026-11-02 |            |
 8 | T02 | Print the kit  | 2        |            | 2026-11-09 | T01          | <- T02 must finish Mon 9 Nov 2026; what it waits for allows Tue 10 Nov 2026 at the earliest
 9 | T03 | Ship the kit   | 2        |            | 2026-11-13 | T02
"""),
    ),
)
