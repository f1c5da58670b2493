"""An export holds a header and no rows.

The shop may have sold nothing, or the download was made with the wrong dates.
"""

from campaignctl.domain.findings import Severity
from campaignctl.domain.observations import Kind, Observation, Place
from campaignctl.rules.case import Case
from campaignctl.rules.rule import Built, Rule, Seen, observed


def check(case: Case) -> Seen:
    """Turn what the reader met into findings."""
    return observed(case, Kind.EMPTY, say="{file} holds no rows")


RULE = Rule(
    code="WBK304",
    name="export-empty",
    severity=Severity.WARNING,
    check=check,
    fix="Check the dates of the download, or delete the file.",
    examples=(
        Built(
            Observation(Kind.EMPTY, Place("exports/S-001/All order.csv"), "", ""),
            "exports/S-001/All order.csv holds no rows",
        ),
    ),
)
