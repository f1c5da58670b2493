"""The campaign is approved by the one who owns it.

Nobody else looks at prices and budgets before they go live.
"""

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.rule import Rows, Rule, failing


def check(case: Case) -> Rows:
    """Compare the two names, in any case."""
    setup = case.setup
    same = setup["owner"].str.casefold() == setup["approver"].str.casefold()
    return failing(setup, same, at="approver", say="{approver} owns the campaign and approves it too")


RULE = Rule(
    code="CMP111",
    name="owner-approves-own-campaign",
    severity=Severity.WARNING,
    over="campaign",
    needs=("owner", "approver"),
    check=check,
    fix="Name a second person as approver.",
    see=("CMP110",),
    examples=(
        draw("""
Campaign
 | Owner     | Approver
 | Ines Roth | Ines Roth | <- Ines Roth owns the campaign and approves it too
"""),
        draw("""
Campaign
 | Owner     | Approver
 | Ines Roth | Kai Lund
"""),
    ),
)
