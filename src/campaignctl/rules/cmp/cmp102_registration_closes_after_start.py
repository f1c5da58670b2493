"""Registration closes when the campaign is already running.

A SKU that comes in after the start misses its first hours, and prices cannot be checked and locked before.
"""

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.promotions import as_typed
from campaignctl.rules.rule import Rows, Rule, failing


def check(case: Case) -> Rows:
    """Compare the close of registration with the start; to close in that very moment is allowed."""
    setup = case.setup
    return failing(
        setup,
        setup["registration_closes"] > setup["starts"],
        at="registration_closes",
        say="registration closes {registration_closes}, after the start {starts}",
        registration_closes=as_typed(setup["registration_closes"], case.zone),
    )


RULE = Rule(
    code="CMP102",
    name="registration-closes-after-start",
    severity=Severity.ERROR,
    over="campaign",
    needs=("registration_closes", "starts"),
    check=check,
    fix="Close registration before {starts}, early enough to check prices.",
    see=("CMP103",),
    examples=(
        draw("""
Campaign
 | Starts           | Registration closes
 | 2026-11-20 00:00 | 2026-11-21 18:00    | <- registration closes Sat 21 Nov 2026 18:00, after the start Fri 20 Nov 2026 00:00
"""),
        draw("""
Campaign
 | Starts           | Registration closes
 | 2026-11-20 00:00 | 2026-11-19 23:59
"""),
    ),
)
