"""A sheet looks like one of the form, and is not read.

A price list of the seller's own, or an old version that was kept: if lines of this campaign stand in it, they are
missing.
"""

from campaignctl.domain.findings import Severity
from campaignctl.domain.observations import Kind, Observation, Place
from campaignctl.rules.case import Case
from campaignctl.rules.rule import Built, Rule, Seen, observed


def check(case: Case) -> Seen:
    """Turn what the reader met into findings."""
    return observed(case, Kind.SHEET_LEFT_OUT, say="the sheet {value} {detail}; it was not read")


RULE = Rule(
    code="WBK409",
    name="sheet-left-out",
    severity=Severity.WARNING,
    check=check,
    fix="Nothing, if it is not meant for us; else name it as the form does, with a number behind: Products 2.",
    examples=(
        Built(
            Observation(
                Kind.SHEET_LEFT_OUT,
                Place("registrations/lumeria.xlsx", "Products old"),
                "Products old",
                "looks like Products, but its name sets it aside",
            ),
            "the sheet Products old looks like Products, but its name sets it aside; it was not read",
        ),
    ),
)
