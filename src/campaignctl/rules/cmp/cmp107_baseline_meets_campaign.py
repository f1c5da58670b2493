"""The ordinary weeks that the campaign is compared with reach into it, or end before they begin.

A baseline that holds campaign days counts the campaign's own sales as ordinary, and its effect shrinks.
"""

from collections.abc import Iterator

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.cmp._days import local_day, said_day
from campaignctl.rules.rule import Rows, Rule, failing


def check(case: Case) -> Iterator[Rows]:
    """Compare the last day of the baseline with the first of the warm-up or the campaign, and its own first day."""
    setup = case.setup
    to, since = (local_day(setup[key], case.zone) for key in ("baseline_to", "baseline_from"))
    first = setup[["warm_up_starts", "starts"]].min(axis=1)
    phase = setup["warm_up_starts"].lt(setup["starts"]).map({True: "warm-up", False: "campaign"})
    yield failing(
        setup,
        to >= local_day(first, case.zone),
        at="baseline_to",
        say="the baseline ends {to}, but the {phase} starts {first}",
        fix="End the baseline on an earlier day, a week before {first} or more.",
        to=said_day(to),
        first=first,
        phase=phase,
    )
    yield failing(
        setup,
        since > to,
        at="baseline_from",
        say="the baseline starts {since}, and ends {to}",
        fix="Correct the one of the two days that is wrong.",
        since=said_day(since),
        to=said_day(to),
    )


RULE = Rule(
    code="CMP107",
    name="baseline-meets-campaign",
    severity=Severity.ERROR,
    over="campaign",
    where=lambda setup: setup["baseline_to"].notna(),
    needs=("starts",),
    check=check,
    fix="End the baseline before the warm-up and the campaign.",
    see=("CMP108",),
    examples=(
        draw("""
Campaign
 | Starts           | Baseline from | Baseline to
 | 2026-11-20 18:00 | 2026-08-31    | 2026-11-20  | <- the baseline ends Fri 20 Nov 2026, but the campaign starts Fri 20 Nov 2026 18:00
"""),
        draw("""
Campaign
 | Starts           | Warm-up starts   | Baseline from | Baseline to
 | 2026-11-20 00:00 | 2026-11-17 00:00 | 2026-08-31    | 2026-11-18  | <- the baseline ends Wed 18 Nov 2026, but the warm-up starts Tue 17 Nov 2026 00:00
"""),
        draw("""
Campaign
 | Starts           | Baseline from | Baseline to
 | 2026-11-20 00:00 | 2026-11-10    | 2026-11-08  | <- the baseline starts Tue 10 Nov 2026, and ends Sun 8 Nov 2026
"""),
        draw("""
Campaign
 | Starts           | Baseline from | Baseline to
 | 2026-11-20 00:00 | 2026-08-31    | 2026-11-19
"""),
    ),
)
