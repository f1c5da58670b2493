"""A file among the registrations is only a placeholder: its content is not on this computer.

A file that a sync program has not downloaded, a link to a sheet in the cloud, or a download that broke off looks like
a reply in the folder and holds none.
"""

from campaignctl.domain.findings import Severity
from campaignctl.domain.observations import Kind, Observation, Place
from campaignctl.rules.case import Case
from campaignctl.rules.rule import Built, Rule, Seen, observed


def check(case: Case) -> Seen:
    """Turn what the reader met into findings."""
    return observed(case, Kind.ELSEWHERE, say="{value} is {detail}")


RULE = Rule(
    code="WBK403",
    name="content-elsewhere",
    severity=Severity.ERROR,
    check=check,
    fix="Wait until the drive has downloaded it (choose “Always keep on this device”), or save the sheet here as .xlsx.",
    team=True,
    examples=(
        Built(
            Observation(Kind.ELSEWHERE, Place("registrations/lumeria.gsheet"), "lumeria", "a link to a Google sheet"),
            "lumeria is a link to a Google sheet",
        ),
    ),
)
