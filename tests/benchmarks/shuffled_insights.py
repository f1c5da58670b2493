"""``python tests/benchmarks/shuffled_insights.py [REPORTS]``: how many insights reports make of nothing.

Prints how many of the reports on shuffled worlds held an insight, how many insights they held, and which; the bar is
one insight in twenty reports.
"""

import sys
from collections import Counter

from shuffled_worlds import shuffled

from campaignctl.insights.catalogue import insights
from campaignctl.insights.ranking import Ranked, found
from campaignctl.stages.report.insights.evidence import evidence_of
from campaignctl.stages.report.measure import measured

BAR = 1 / 20


def told(seed: int, orders_a_day: float = 9.0) -> tuple[Ranked, ...]:
    """Return the insights of one report on a shuffled world."""
    return found(insights().values(), evidence_of(measured(shuffled(seed, orders_a_day))))


def main(reports: int) -> None:
    """Print the tally."""
    by_report = [told(seed) for seed in range(reports)]
    codes = Counter(one.code for each in by_report for one in each)
    whole = sum(codes.values())
    print(f"{reports} reports on shuffled days and roles: {whole} insights, {whole / reports:.3f} a report")
    print(f"the bar is {BAR:.3f}: {'reached' if whole / reports <= BAR else 'missed'}")
    print(f"{sum(bool(each) for each in by_report)} of the reports hold one or more")
    for code, many in codes.most_common():
        print(f"{code}  {insights()[code].name:<40}{many:>5}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 200)
