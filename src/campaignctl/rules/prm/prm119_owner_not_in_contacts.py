"""The owner of a promotion is nobody in Contacts.

Questions, chase lists and the launch call go to an address that nobody has written down.
"""

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.promotions import standing
from campaignctl.rules.rule import Rows, Rule, failing


def check(case: Case) -> Rows:
    """Find owners that Contacts does not name, in any case."""
    rows = case.promotions
    names = case.contacts["name"].dropna().str.casefold()
    unknown = ~rows["owner"].str.casefold().isin(names)
    return failing(rows, unknown & ("contacts" in case.read_sheets), at="owner", say="{owner} is not in Contacts")


RULE = Rule(
    code="PRM119",
    name="owner-not-in-contacts",
    severity=Severity.ERROR,
    over="promotions",
    where=standing,
    needs=("owner",),
    check=check,
    fix="Choose a name from Contacts, or add {owner} there.",
    see=("CMP110",),
    examples=(
        draw("""
Promotions
   | ID      | Tool       | Owner
 7 | HD26-01 | Flash deal | Ines Roth
 8 | HD26-02 | Flash deal | ines roth
 9 | HD26-03 | Flash deal | Ines R.   | <- Ines R. is not in Contacts
"""),
    ),
)
