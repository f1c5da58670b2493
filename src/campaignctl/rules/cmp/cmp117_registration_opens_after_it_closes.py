"""Registration opens after it has closed, or in the same moment.

Every letter to sellers names a time in which nobody can register.
"""

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.promotions import as_typed
from campaignctl.rules.rule import Rows, Rule, failing


def check(case: Case) -> Rows:
    """Compare both ends of the registration."""
    setup = case.setup
    late = setup["registration_opens"] >= setup["registration_closes"]
    return failing(
        setup,
        late,
        at="registration_opens",
        say="registration opens {registration_opens}, and closes {closes}",
        closes=as_typed(setup["registration_closes"], case.zone),
    )


RULE = Rule(
    code="CMP117",
    name="registration-opens-after-it-closes",
    severity=Severity.ERROR,
    over="campaign",
    where=lambda setup: setup["registration_opens"].notna(),
    needs=("registration_closes",),
    check=check,
    fix="Correct the one of the two times that is wrong.",
    see=("CMP102",),
    examples=(
        draw("""
Campaign
 | Registration opens | Registration closes
 | 2026-11-16 09:00   | 2026-11-12 18:00    | <- registration opens Mon 16 Nov 2026 09:00, and closes Thu 12 Nov 2026 18:00
"""),
        draw("""
Campaign
 | Registration opens | Registration closes
 | 2026-10-26 09:00   | 2026-11-12 18:00
"""),
    ),
)
