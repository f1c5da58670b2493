"""The owner or the approver of the campaign is nobody in Contacts.

Letters are signed and decisions asked for by name; without a row in Contacts there is no address to send them to.
"""

from collections.abc import Iterator

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.rule import Rows, Rule, failing


def check(case: Case) -> Iterator[Rows]:
    """Find the two names in Contacts, in any case."""
    if "contacts" not in case.read_sheets:
        return
    setup, names = case.setup, case.contacts["name"].dropna().str.casefold()
    for key in ("owner", "approver"):
        unknown = setup[key].notna() & ~setup[key].str.casefold().isin(names)
        cure = f"Choose a name from Contacts, or add {{{key}}} there."
        yield failing(setup, unknown, at=key, say=f"the {key} {{{key}}} is not in Contacts", fix=cure)


RULE = Rule(
    code="CMP110",
    name="person-not-in-contacts",
    severity=Severity.ERROR,
    over="campaign",
    check=check,
    fix="Choose a name from Contacts, or add the person there.",
    see=("CMP111", "PRM119"),
    examples=(
        draw("""
Campaign
 | Owner       | Approver
 | D. Ruiz     | Kai Lund | <- the owner D. Ruiz is not in Contacts
"""),
        draw("""
Campaign
 | Owner     | Approver
 | Ines Roth | Eva Dorn | <- the approver Eva Dorn is not in Contacts
"""),
        draw("""
Campaign
 | Owner     | Approver
 | ines roth | Kai Lund
"""),
    ),
)
