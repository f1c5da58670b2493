"""Two tasks have the same ID.

Whatever waits for that ID waits for the wrong one of the two, and a schedule can hold only one of them.
"""

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.rule import Rows, Rule, failing


def check(case: Case) -> Rows:
    """Find IDs that stand in a row above, in any case."""
    rows = case.timeline
    same = rows["id"].str.casefold()
    first = rows.groupby(same)["row"].transform("min")
    return failing(rows, same.duplicated(), at="id", say="{id} already stands in row {first}", first=first)


RULE = Rule(
    code="TIM101",
    name="task-id-used-twice",
    severity=Severity.ERROR,
    over="timeline",
    needs=("id",),
    check=check,
    fix="Give one of the two an ID of its own, and correct what waits for it.",
    see=("TIM102",),
    examples=(
        draw("""
Timeline
   | ID  | Task            | Duration | Start
 7 | T01 | Agree scope     | 5        | L-30d
 8 | T02 | Invite sellers  | 10       | L-20d
 9 | t01 | Agree on budget | 2        | L-20d | <- t01 already stands in row 7
"""),
    ),
)
