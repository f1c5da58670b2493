"""A file among the registrations is nothing that anybody fills: a picture, a PDF, a mail.

A seller may have sent the registration in it; then nothing of it is read, and the seller counts as silent.
"""

from campaignctl.domain.findings import Severity
from campaignctl.domain.observations import Kind, Observation, Place
from campaignctl.rules.case import Case
from campaignctl.rules.rule import Built, Rule, Seen, observed


def check(case: Case) -> Seen:
    """Turn what the reader met into findings."""
    return observed(case, Kind.FOREIGN, say="{value} {detail}")


RULE = Rule(
    code="WBK404",
    name="not-a-workbook",
    severity=Severity.WARNING,
    check=check,
    fix="Look into it; ask for the form as .xlsx if the registration is in there, and move the file out of registrations.",
    fix_for_seller="Send the form itself, filled in and saved as .xlsx.",
    examples=(
        Built(
            Observation(Kind.FOREIGN, Place("registrations/lumeria.pdf"), "lumeria.pdf", "is not a workbook but a PDF"),
            "lumeria.pdf is not a workbook but a PDF",
        ),
    ),
    see=("WBK101",),
)
