"""``python tests/benchmarks/shuffled_insights.py [REPORTS] [PROCESSES]``: how many insights reports make of nothing.

Prints, page by page, in how many of the reports on shuffled worlds it had something to test, how many tests it made,
and how often it spoke. The bar, one insight in twenty reports, is for what is judged by chance; a fact (a target was
missed) stays true on shuffled days and is counted apart.
"""

import os
import sys
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from functools import partial

from shuffled_worlds import shuffled

from campaignctl.insights.catalogue import insights
from campaignctl.insights.evidence import Evidence
from campaignctl.insights.insight import Tried
from campaignctl.insights.ranking import Ranked, found
from campaignctl.stages.report.bought import bought
from campaignctl.stages.report.insights.evidence import evidence_with
from campaignctl.stages.report.lift import measure_lift
from campaignctl.stages.report.measure import measured
from campaignctl.stages.report.promised import judge_promises, kept_by_seller
from campaignctl.stages.report.roi import measure_payback, paid_back

BAR = 1 / 20


@dataclass(frozen=True, slots=True)
class Looked:
    """One report: how many tests each page made, by code, and what it told."""

    tried: Counter[str]
    told: tuple[tuple[str, str], ...]


def evidence_in(seed: int, orders_a_day: float = 9.0) -> Evidence:
    """Return the evidence of a report on a shuffled world."""
    basis = measured(shuffled(seed, orders_a_day))
    held = bought(basis)
    paid = measure_payback(basis, measure_lift(basis), held)
    return evidence_with(basis, paid_back(paid), kept_by_seller(judge_promises(basis, held)))


def told(seed: int, orders_a_day: float = 9.0) -> tuple[Ranked, ...]:
    """Return what one report on a shuffled world finds by chance; facts are left out."""
    pages = insights()
    kept = found(pages.values(), evidence_in(seed, orders_a_day))
    return tuple(one for one in kept if not pages[one.code].is_fact)


def looked(seed: int) -> Looked:
    """Return what one report tried and told, facts among it."""
    evidence = evidence_in(seed)
    tried = {code: tuple(page.detect(evidence)) for code, page in insights().items()}
    pages = (replace(page, detect=partial(_made, tried[code])) for code, page in insights().items())
    counts = Counter({code: len(tests) for code, tests in tried.items()})
    return Looked(counts, tuple((one.code, one.tried.key) for one in found(pages, evidence)))


def _made(tests: tuple[Tried, ...], _: Evidence) -> tuple[Tried, ...]:
    return tests


def main(reports: int, processes: int) -> None:
    """Look at so many reports, and print the tally."""
    with ProcessPoolExecutor(processes) as pool:
        tally(list(pool.map(looked, range(reports), chunksize=10)))


def tally(every: list[Looked]) -> None:
    """Print what so many reports tried and told."""
    reports, pages = len(every), insights()
    by_chance = [[code for code, _ in each.told if not pages[code].is_fact] for each in every]
    whole = sum(map(len, by_chance))
    print(f"{reports} reports on shuffled days and roles: {whole} insights, {whole / reports:.3f} a report")
    print(f"the bar is {BAR:.3f}: {'reached' if whole / reports <= BAR else 'missed'}")
    print(f"{sum(bool(each) for each in by_chance)} of the reports hold one or more")
    print(f"{'':<46}{'reports with':>14}{'tests':>9}{'told':>7}")
    for facts in (False, True):
        print("facts, which no shuffle removes" if facts else "judged by chance")
        for code, page in pages.items():
            if page.is_fact is facts:
                tests = sum(each.tried[code] for each in every)
                within = sum(each.tried[code] > 0 for each in every)
                spoke = sum(code == one for each in every for one, _ in each.told)
                print(f"{code}  {page.name:<38}{within:>14}{tests:>9}{spoke:>7}")


if __name__ == "__main__":
    asked = [int(word) for word in sys.argv[1:]] or [200]
    main(asked[0], asked[1] if len(asked) > 1 else min(2, os.cpu_count() or 1))
