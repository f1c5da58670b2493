"""A sheet that the campaign needs is not in the workbook.

A deleted or renamed sheet takes all its rows out of every check; the rest may look right only because of that.
"""

from campaignctl.domain.findings import Severity
from campaignctl.domain.observations import Kind, Observation, Place
from campaignctl.rules.case import Case
from campaignctl.rules.rule import Built, Rule, Seen, observed


def check(case: Case) -> Seen:
    """Turn what the reader met into findings."""
    return observed(case, Kind.MISSING_SHEET, say="the sheet {value} is missing")


RULE = Rule(
    code="WBK102",
    name="sheet-missing",
    severity=Severity.ERROR,
    check=check,
    firm=True,
    fix="Copy the sheet {value} back from the form, or give it its name again.",
    examples=(
        Built(
            Observation(Kind.MISSING_SHEET, Place("campaign.xlsx", "Sellers"), "Sellers", ""),
            "the sheet Sellers is missing",
        ),
    ),
)
