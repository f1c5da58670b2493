"""A cell of an export holds something and could not be read.

It counts as missing; money that is missing makes GMV too low without a trace.
"""

from campaignctl.domain.findings import Severity
from campaignctl.domain.observations import Kind, Observation, Place
from campaignctl.rules.case import Case
from campaignctl.rules.rule import Built, Rule, Seen, observed


def check(case: Case) -> Seen:
    """Turn what the reader met into findings."""
    return observed(case, Kind.NULLED, say="{column} “{value}” {detail}")


RULE = Rule(
    code="WBK303",
    name="export-cell-not-read",
    severity=Severity.ERROR,
    check=check,
    fix="Download the export again, and open it in no other program before.",
    examples=(
        Built(
            Observation(
                Kind.NULLED,
                Place("exports/S-001/All order.csv", "", 14, "SKU Subtotal After Discount"),
                "12.5.0",
                "is no amount in USD",
            ),
            "SKU Subtotal After Discount “12.5.0” is no amount in USD",
        ),
    ),
)
