"""A workstream is written almost like one of the list.

It counts as a workstream of its own: its tasks are missing where the plan is shown by workstream, and gates of it are
not known as gates. Words that a team made for itself are let pass.
"""

from difflib import get_close_matches

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.rule import Rows, Rule, failing
from campaignctl.workbooks.choices import WORKSTREAMS

MUCH_ALIKE = 0.8


def check(case: Case) -> Rows:
    """Find words much like one of the list that are used for fewer tasks than it, or are the only ones."""
    rows = case.timeline
    meant = {word: _meant(word) for word in rows["workstream"].dropna().unique() if word not in WORKSTREAMS}
    near = rows["workstream"].astype("str").map(meant)
    say, cure = "workstream “{workstream}” is not “{near}”", "Choose {near} from the list."
    return failing(rows, near.notna(), at="workstream", say=say, fix=cure, near=near)


def _meant(word: str) -> str | None:
    folded = {each.casefold(): each for each in WORKSTREAMS}
    near = get_close_matches(word.casefold(), folded, n=1, cutoff=MUCH_ALIKE)
    return folded[near[0]] if near else None


RULE = Rule(
    code="TIM122",
    name="workstream-misspelt",
    severity=Severity.WARNING,
    over="timeline",
    where=lambda rows: rows["workstream"].notna(),
    check=check,
    fix="Choose the word from the list.",
    see=("TIM111",),
    examples=(
        draw("""
Timeline
   | ID  | Task       | Workstream      | Duration | Start
 7 | T01 | Price lock | Pricing         | 0        | L-4d
 8 | T02 | Key in     | Promotion setup | 2        | L-3d  | <- workstream “Promotion setup” is not “Promotion set-up”
 9 | T03 | Party      | Celebrations    | 1        | L-0d
"""),
    ),
)
