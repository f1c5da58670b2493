"""A file among the exports is none that this version can read.

Its numbers are missing from every figure of the report, and a figure that is too low looks like any other.
"""

from campaignctl.domain.findings import Severity
from campaignctl.domain.observations import Kind, Observation, Place
from campaignctl.rules.case import Case
from campaignctl.rules.rule import Built, Rule, Seen, observed


def check(case: Case) -> Seen:
    """Turn what the reader met into findings."""
    return observed(case, Kind.UNKNOWN_LAYOUT, say="{value} {detail}")


RULE = Rule(
    code="WBK301",
    name="export-not-understood",
    severity=Severity.ERROR,
    check=check,
    fix="Put the orders export (All order-….csv) or the LIVE list there, as the Seller Center hands it out.",
    examples=(
        Built(
            Observation(Kind.UNKNOWN_LAYOUT, Place("exports/S-001/notes.xlsx"), "notes.xlsx", "is no known export"),
            "notes.xlsx is no known export",
        ),
    ),
)
