"""A contact is to be consulted on a workstream that there is not.

Nobody asks that person: the plan shows who is consulted by the workstream's name.
"""

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.rule import Rows, Rule, failing
from campaignctl.workbooks.choices import WORKSTREAMS


def check(case: Case) -> Rows:
    """Find words that are neither of the list nor a workstream of the Timeline, in any case."""
    rows = case.contacts
    known = {word.casefold() for word in (*WORKSTREAMS, *case.timeline["workstream"].dropna().unique())}
    words = rows["consulted_on"].str.split("; ").explode()
    odd = words[words.notna() & ~words.str.casefold().isin(known)].groupby(level=0).agg("”, “".join)
    return failing(
        rows,
        odd.notna().reindex(rows.index, fill_value=False),
        at="consulted_on",
        say="there is no workstream “{odd}”",
        odd=odd,
    )


RULE = Rule(
    code="COM105",
    name="consulted-on-unknown-workstream",
    severity=Severity.WARNING,
    over="contacts",
    where=lambda rows: rows["consulted_on"].notna(),
    check=check,
    fix="Choose workstreams of the Timeline, separated by ;",
    see=("TIM122",),
    examples=(
        draw("""
Contacts
   | Name      | E-mail                   | Team                | Consulted on
 7 | Ines Roth | ines@marketplace.example | Campaign operations | Pricing; legal
 8 | Kai Lund  | kai@marketplace.example  | Category management | Pricing; Prizes | <- there is no workstream “Prizes”
 9 | Ivo Hart  | ivo@marketplace.example  | Livestream          | Launch party
Timeline
   | ID  | Task            | Workstream   | Duration | Start
 7 | T01 | Order the cake  | Launch party | 1        | L-1d
"""),
    ),
)
