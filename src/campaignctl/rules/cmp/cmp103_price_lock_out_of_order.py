"""The price lock lies before registration closes, or not before the campaign starts.

A lock before the close freezes terms that sellers may still change; a lock after the start freezes nothing that
matters.
"""

from collections.abc import Iterator

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.promotions import as_typed
from campaignctl.rules.rule import Rows, Rule, failing


def check(case: Case) -> Iterator[Rows]:
    """Compare the lock with both its neighbours; to lock as registration closes is allowed."""
    setup = case.setup
    closes, starts, lock = setup["registration_closes"], setup["starts"], setup["price_lock"]
    yield failing(
        setup,
        (lock < closes) & (closes <= starts),
        at="price_lock",
        say="prices lock {price_lock}, before registration closes {closes}",
        fix="Lock prices on {closes} or later, before {starts}.",
        closes=as_typed(closes, case.zone),
    )
    yield failing(
        setup,
        lock >= starts,
        at="price_lock",
        say="prices lock {price_lock}, not before the start {starts}",
        fix="Lock prices before {starts}.",
    )


RULE = Rule(
    code="CMP103",
    name="price-lock-out-of-order",
    severity=Severity.ERROR,
    over="campaign",
    needs=("price_lock", "registration_closes", "starts"),
    check=check,
    fix="Lock prices between the close of registration and the start.",
    see=("CMP102",),
    examples=(
        draw("""
Campaign
 | Registration closes | Price lock       | Starts
 | 2026-11-12 18:00    | 2026-11-10 18:00 | 2026-11-20 00:00 | <- prices lock Tue 10 Nov 2026 18:00, before registration closes Thu 12 Nov 2026 18:00
"""),
        draw("""
Campaign
 | Registration closes | Price lock       | Starts
 | 2026-11-12 18:00    | 2026-11-20 00:00 | 2026-11-20 00:00 | <- prices lock Fri 20 Nov 2026 00:00, not before the start Fri 20 Nov 2026 00:00
"""),
        draw("""
Campaign
 | Registration closes | Price lock       | Starts
 | 2026-11-12 18:00    | 2026-11-12 18:00 | 2026-11-20 00:00
"""),
    ),
)
