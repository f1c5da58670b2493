"""The warm-up starts when the campaign is running already.

There is nothing to warm up: the teaser's days count as the campaign's, and the baseline ends where it should not.
"""

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.rule import Rows, Rule, failing


def check(case: Case) -> Rows:
    """Compare the start of the warm-up with that of the campaign."""
    setup = case.setup
    late = setup["warm_up_starts"] >= setup["starts"]
    say = "the warm-up starts {warm_up_starts}, the campaign {starts}"
    return failing(setup, late, at="warm_up_starts", say=say)


RULE = Rule(
    code="CMP118",
    name="warm-up-after-the-start",
    severity=Severity.ERROR,
    over="campaign",
    where=lambda setup: setup["warm_up_starts"].notna(),
    needs=("starts",),
    check=check,
    fix="Start the warm-up before {starts}, or clear the line.",
    see=("CMP107",),
    examples=(
        draw("""
Campaign
 | Starts           | Warm-up starts
 | 2026-11-20 00:00 | 2026-11-21 00:00 | <- the warm-up starts Sat 21 Nov 2026 00:00, the campaign Fri 20 Nov 2026 00:00
"""),
        draw("""
Campaign
 | Starts           | Warm-up starts
 | 2026-11-20 00:00 | 2026-11-17 00:00
"""),
    ),
)
