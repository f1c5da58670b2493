"""A shared drive kept two versions of one workbook.

Two people saved it at once. Each version holds what the other one lacks; both are read as replies, the newer one
counts, and what was typed into the older one is lost unless somebody carries it over.
"""

from campaignctl.domain.findings import Severity
from campaignctl.domain.observations import Kind, Observation, Place
from campaignctl.rules.case import Case
from campaignctl.rules.rule import Built, Rule, Seen, observed


def check(case: Case) -> Seen:
    """Turn what the reader met into findings."""
    return observed(
        case,
        Kind.CONFLICT_COPY,
        say="two people saved {value} at once; this is the copy that the shared drive kept of one of them",
    )


RULE = Rule(
    code="WBK402",
    name="sync-conflict-copy",
    severity=Severity.WARNING,
    check=check,
    fix="Compare the two files, carry over what is missing, and delete the copy.",
    team=True,
    examples=(
        Built(
            Observation(Kind.CONFLICT_COPY, Place("registrations/lumeria-DESKTOP-7QK2.xlsx"), "lumeria.xlsx", ""),
            "two people saved lumeria.xlsx at once; this is the copy that the shared drive kept of one of them",
        ),
    ),
    see=("SEL106",),
)
