"""Two contacts have the same name.

Every owner list knows people by their name: tasks, letters and alerts of one go to the other.
"""

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.rule import Rows, Rule, failing


def check(case: Case) -> Rows:
    """Find names that stand in a row above, in any case."""
    rows = case.contacts
    same = rows["name"].str.casefold()
    first = rows.groupby(same)["row"].transform("min")
    return failing(rows, same.duplicated(), at="name", say="{name} already stands in row {first}", first=first)


RULE = Rule(
    code="COM101",
    name="contact-named-twice",
    severity=Severity.ERROR,
    over="contacts",
    needs=("name",),
    check=check,
    fix="Delete the second row, or tell the two apart by a middle initial.",
    see=("COM102",),
    examples=(
        draw("""
Contacts
   | Name      | E-mail                   | Team
 7 | Ines Roth | ines@marketplace.example | Campaign operations
 8 | Kai Lund  | kai@marketplace.example  | Category management
 9 | ines roth | roth@marketplace.example | Finance             | <- ines roth already stands in row 7
"""),
    ),
)
