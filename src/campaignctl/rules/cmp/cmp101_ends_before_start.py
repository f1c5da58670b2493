"""The campaign ends before it starts, or in the same moment.

Every other date hangs on these two. An end is the last moment that counts: 25 Nov without a time is the whole of
25 Nov.
"""

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.promotions import as_typed
from campaignctl.rules.rule import Rows, Rule, failing


def check(case: Case) -> Rows:
    """Compare the two ends of the campaign."""
    setup = case.setup
    return failing(
        setup,
        setup["ends"] <= setup["starts"],
        at="ends",
        say="the campaign ends {ends}, and starts {starts}",
        ends=as_typed(setup["ends"], case.zone),
    )


RULE = Rule(
    code="CMP101",
    name="ends-before-start",
    severity=Severity.ERROR,
    over="campaign",
    needs=("starts", "ends"),
    check=check,
    fix="Correct the one of the two that is wrong.",
    see=("CMP102", "PRM101"),
    examples=(
        draw("""
Campaign
 | Starts           | Ends
 | 2026-11-20 00:00 | 2026-11-19 23:59 | <- the campaign ends Thu 19 Nov 2026 23:59, and starts Fri 20 Nov 2026 00:00
"""),
        draw("""
Campaign
 | Starts           | Ends
 | 2026-11-20 00:00 | 2026-11-20
"""),
    ),
)
