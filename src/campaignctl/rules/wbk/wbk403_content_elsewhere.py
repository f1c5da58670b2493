"""A file among registrations or exports is only a placeholder: its content is not here.

A file that a sync program has not downloaded, a link to a sheet in the cloud or to another folder, or a download that
broke off looks like a reply or an export in the folder and holds none.
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
    fix="Put the file itself here: wait until the drive has it (“Always keep on this device”), or save it as .xlsx.",
    team=True,
    examples=(
        Built(
            Observation(Kind.ELSEWHERE, Place("registrations/lumeria.gsheet"), "lumeria", "a link to a Google sheet"),
            "lumeria is a link to a Google sheet",
        ),
    ),
)
