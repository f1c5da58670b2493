"""A workbook among the registrations is open on somebody's computer.

What they typed since they last saved is not in the file, so it is not in any check either; and a file that is open
is often saved again a minute later.
"""

from campaignctl.domain.findings import Severity
from campaignctl.domain.observations import Kind, Observation, Place
from campaignctl.rules.case import Case
from campaignctl.rules.rule import Built, Rule, Seen, observed


def check(case: Case) -> Seen:
    """Turn what the reader met into findings."""
    return observed(case, Kind.OPEN_ELSEWHERE, say="{value} is open in {detail} Excel")


RULE = Rule(
    code="WBK401",
    name="workbook-open-elsewhere",
    severity=Severity.WARNING,
    check=check,
    fix="Have it saved and closed, and run the command again; if nobody has it open, delete the file ~$… beside it.",
    team=True,
    examples=(
        Built(
            Observation(Kind.OPEN_ELSEWHERE, Place("registrations/~$lumeria.xlsx"), "lumeria.xlsx", "Kai Lund’s"),
            "lumeria.xlsx is open in Kai Lund’s Excel",
        ),
    ),
)
