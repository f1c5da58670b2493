"""Somebody typed over the example row, which is never read.

The line looks registered to the seller and does not exist for the campaign.
"""

from campaignctl.domain.findings import Severity
from campaignctl.domain.observations import Kind, Observation, Place
from campaignctl.rules.case import Case
from campaignctl.rules.rule import Built, Rule, Seen, observed


def check(case: Case) -> Seen:
    """Turn what the reader met into findings."""
    return observed(case, Kind.EXAMPLE_FILLED, say="the example row holds “{value}” and is not read")


RULE = Rule(
    code="WBK121",
    name="example-row-overwritten",
    severity=Severity.ERROR,
    check=check,
    fix="Move the line to an empty row below, and leave the example as it was.",
    examples=(
        Built(
            Observation(
                Kind.EXAMPLE_FILLED,
                Place("registrations/lumeria.xlsx", "Products", 6, "Product ID", "C6"),
                "1729384756102938471",
                "",
            ),
            "the example row holds “1729384756102938471” and is not read",
        ),
    ),
)
