"""A file that should be a workbook cannot be opened.

Whatever the seller registered in it is not checked, not counted and not set up; nobody notices until the deal is
missing on the night.
"""

from campaignctl.domain.findings import Severity
from campaignctl.domain.observations import Kind, Observation, Place
from campaignctl.rules.case import Case
from campaignctl.rules.rule import Built, Rule, Seen, observed


def check(case: Case) -> Seen:
    """Turn what the reader met into findings."""
    return observed(case, Kind.UNREADABLE, say="{value} {detail}")


RULE = Rule(
    code="WBK101",
    name="file-not-readable",
    severity=Severity.ERROR,
    check=check,
    firm=True,
    fix="Ask for the file again: a form as .xlsx without a password, an export as the Seller Center hands it out.",
    fix_for_seller="Send the form itself again, as .xlsx without a password.",
    examples=(
        Built(
            Observation(
                Kind.UNREADABLE, Place("registrations/lumeria.xlsx"), "lumeria.xlsx", "is protected with a password"
            ),
            "lumeria.xlsx is protected with a password",
        ),
    ),
)
