"""A task finishes before it starts.

One of the two dates is wrong, most often its month or its year.
"""

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.domain.schedule import working_day
from campaignctl.rules.case import Case
from campaignctl.rules.cmp._days import said_day
from campaignctl.rules.rule import Rows, Rule, failing
from campaignctl.rules.tim._plan import dated, last_days, start_day


def check(case: Case) -> Rows:
    """Compare the day of Finish with that of Start, counted from launch where it is written so."""
    rows = case.timeline
    positions = [start_day(case, cell) for cell in rows["start"]]
    starts = dated([None if at is None else working_day(int(at)) for at in positions], rows.index)
    last = last_days(case, rows["finish"])
    return failing(
        rows,
        last < starts,
        at="finish",
        say="{id} finishes {last}, and starts {first}",
        last=said_day(last),
        first=said_day(starts),
    )


RULE = Rule(
    code="TIM105",
    name="task-finishes-before-it-starts",
    severity=Severity.ERROR,
    over="timeline",
    where=lambda rows: rows["finish"].notna() & rows["start"].notna(),
    needs=("id",),
    check=check,
    fix="Correct the one of the two dates that is wrong.",
    see=("TIM108", "TIM115"),
    examples=(
        draw("""
Timeline
   | ID  | Task           | Start      | Finish
 7 | T01 | Agree scope    | 2026-10-05 | 2026-10-09
 8 | T02 | Invite sellers | 2026-10-12 | 2026-10-09 | <- T02 finishes Fri 9 Oct 2026, and starts Mon 12 Oct 2026
 9 | T03 | Banner slot    | L-5d       | 2026-11-13
10 | T04 | Rehearsal      | L-5d       | 2026-11-12 | <- T04 finishes Thu 12 Nov 2026, and starts Fri 13 Nov 2026
11 | T05 | Wrap-up        | 2026-11-28 | 2026-11-30
"""),
    ),
)
