"""The rows of an export belong to no seller of the campaign.

They count in the totals as “seller unknown” and in no shop's figures.
"""

from campaignctl.domain.findings import Severity
from campaignctl.domain.observations import Kind, Observation, Place
from campaignctl.rules.case import Case
from campaignctl.rules.rule import Built, Rule, Seen, observed


def check(case: Case) -> Seen:
    """Turn what the reader met into findings."""
    return observed(case, Kind.NO_SELLER, say="{detail}")


RULE = Rule(
    code="WBK302",
    name="export-without-seller",
    severity=Severity.WARNING,
    check=check,
    fix="Put the file into exports/<seller id>/, with an ID of the Sellers sheet as the folder's name.",
    examples=(
        Built(
            Observation(
                Kind.NO_SELLER, Place("exports/all orders.csv"), "", "the folder is no seller of the Sellers sheet"
            ),
            "the folder is no seller of the Sellers sheet",
        ),
    ),
)
