"""The baseline has fewer days than the campaign.

There is no stretch of equal length to compare with, so every change against ordinary weeks is a guess.
"""

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.cmp._days import campaign_days, local_day
from campaignctl.rules.rule import Rows, Rule, failing


def check(case: Case) -> Rows | tuple[()]:
    """Compare the days of the baseline, both ends included, with those that the campaign touches."""
    days = campaign_days(case)
    if not days:
        return ()
    setup = case.setup
    first, last = (local_day(setup[key], case.zone) for key in ("baseline_from", "baseline_to"))
    length = (last - first).dt.days + 1
    return failing(
        setup,
        length.between(1, len(days) - 1),
        at="baseline_from",
        say="the baseline has {length} days, the campaign {days}",
        length=length,
        days=len(days),
    )


RULE = Rule(
    code="CMP108",
    name="baseline-too-short",
    severity=Severity.WARNING,
    over="campaign",
    where=lambda setup: setup["baseline_from"].notna() & setup["baseline_to"].notna(),
    needs=("starts", "ends"),
    check=check,
    fix="Start the baseline earlier: twelve weeks are best, {days} days the least.",
    see=("CMP107",),
    examples=(
        draw("""
Campaign
 | Starts           | Ends       | Baseline from | Baseline to
 | 2026-11-20 00:00 | 2026-11-25 | 2026-11-09    | 2026-11-13  | <- the baseline has 5 days, the campaign 6
"""),
        draw("""
Campaign
 | Starts           | Ends       | Baseline from | Baseline to
 | 2026-11-20 00:00 | 2026-11-25 | 2026-11-08    | 2026-11-13
"""),
    ),
)
