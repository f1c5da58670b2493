"""Figures are said to be final before the campaign has ended.

Reports drop the word “provisional” while orders still come in and parcels still come back.
"""

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.promotions import as_typed
from campaignctl.rules.rule import Rows, Rule, failing


def check(case: Case) -> Rows:
    """Compare the day with the end of the campaign."""
    setup = case.setup
    return failing(
        setup,
        setup["figures_final"] < setup["ends"],
        at="figures_final",
        say="figures are final on {figures_final}; the campaign ends {last}",
        last=as_typed(setup["ends"], case.zone),
    )


RULE = Rule(
    code="CMP119",
    name="figures-final-before-the-end",
    severity=Severity.ERROR,
    over="campaign",
    where=lambda setup: setup["figures_final"].notna(),
    needs=("ends",),
    check=check,
    fix="Leave time for returns after {last}, or clear the line.",
    examples=(
        draw("""
Campaign
 | Ends             | Figures final on
 | 2026-11-25 23:59 | 2026-11-25       | <- figures are final on Wed 25 Nov 2026; the campaign ends Wed 25 Nov 2026 23:59
"""),
        draw("""
Campaign
 | Ends             | Figures final on
 | 2026-11-25 23:59 | 2026-12-28
"""),
    ),
)
