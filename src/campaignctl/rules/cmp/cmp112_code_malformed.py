"""The campaign's code is not 2 to 8 capital letters or digits.

It opens every promotion and stream ID and the names of files; blanks and signs break both.
"""

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.rule import Rows, Rule, failing

FORM = r"[A-Z0-9]{2,8}"


def check(case: Case) -> Rows:
    """Find a code that does not fit as a whole."""
    setup = case.setup
    return failing(
        setup, ~setup["code"].str.fullmatch(FORM), at="code", say="“{code}” is not 2 to 8 capital letters or digits"
    )


RULE = Rule(
    code="CMP112",
    name="code-malformed",
    severity=Severity.ERROR,
    over="campaign",
    needs=("code",),
    check=check,
    fix="Choose a code such as HD26.",
    see=("CMP116",),
    examples=(
        draw("""
Campaign
 | Code
 | HD-26 | <- “HD-26” is not 2 to 8 capital letters or digits
"""),
        draw("""
Campaign
 | Code
 | HOLIDAY26 | <- “HOLIDAY26” is not 2 to 8 capital letters or digits
"""),
        draw("""
Campaign
 | Code
 | H2
"""),
    ),
)
