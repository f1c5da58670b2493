"""Rows or a sheet with lines are hidden.

A filter hides rows that the seller forgot, or a seller hides what it no longer offers. Hidden lines are read like any
other: what is not on offer must say Withdraw.
"""

from campaignctl.domain.findings import Severity
from campaignctl.domain.observations import Kind, Observation, Place
from campaignctl.rules.case import Case
from campaignctl.rules.rule import Built, Rule, Seen, observed


def check(case: Case) -> Seen:
    """Turn what the reader met into findings."""
    return observed(case, Kind.HIDDEN, say="{detail} ({value}); what stands there was read all the same")


RULE = Rule(
    code="WBK408",
    name="hidden-but-read",
    severity=Severity.WARNING,
    check=check,
    fix="Unhide and look at them; write Withdraw in the column Line of those that are no longer offered.",
    examples=(
        Built(
            Observation(
                Kind.HIDDEN, Place("registrations/lumeria.xlsx", "Products", 9), "9–12, 17", "5 rows are hidden"
            ),
            "5 rows are hidden (9–12, 17); what stands there was read all the same",
        ),
    ),
)
