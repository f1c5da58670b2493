"""What one funder or promotion spent and what came of it: a row, answered and entered with the interval of the lift."""

from dataclasses import dataclass, replace

import numpy as np

from campaignctl.metrics.ledger import At
from campaignctl.stages.report.basis import Basis
from campaignctl.stages.report.counts import (
    PLATFORM_COST,
    ROI,
    ROI_BEARS,
    ROI_COST,
    ROI_HIGH,
    ROI_LOW,
    ROI_RETURN,
    ROI_RETURN_HIGH,
    ROI_RETURN_LOW,
    SELLER_COST,
)
from campaignctl.stages.report.roi.arithmetic import Floats, Interval, Verdict, at_least, chance, ratio, verdict


@dataclass(frozen=True, slots=True)
class Answer:
    """One row: where its figures stand, what was spent, the ratio and its verdict; both None where no ROI is given.

    A ratio of which only a part of the return is known has no upper end: it is at least this. ``bears`` is the product
    cost, over list value, up to which it pays; told only of a return before product cost that is above break-even.
    """

    at: At
    name: str
    by_seller: float
    by_platform: float
    found: Interval | None = None
    verdict: Verdict | None = None
    brought: float = 0.0
    chance: float = 1.0
    bears: float | None = None


def answered(
    basis: Basis, asked: Answer, returns: Floats | None, *, floor: bool = False, bears: float | None = None
) -> Answer:
    """Return a row with its ratio and verdict, and enter it; without ``returns`` its costs alone.

    ``floor`` says that only a part of the return is known; ``bears`` is told where the discount paid off.
    """
    spent = asked.by_seller + asked.by_platform
    found = None if returns is None else ratio(returns, spent)
    if floor:
        found = at_least(found)
    answer = replace(asked, found=found, verdict=verdict(found))
    if returns is not None and found is not None:
        told = bears if answer.verdict is Verdict.PAID else None
        answer = replace(answer, brought=float(np.median(returns)), chance=chance(returns, spent), bears=told)
    enter_costs(basis, answer)
    if found is not None and returns is not None:
        _enter(basis, answer, found, returns)
    return answer


def enter_costs(basis: Basis, answer: Answer) -> None:
    """Enter what was spent, and on a promotion by whom."""
    ledger = basis.ledger
    ledger.enter(ROI_COST, ledger.money(round(answer.by_seller + answer.by_platform)), answer.at)
    if answer.at.scope == "promotion":
        ledger.enter(SELLER_COST, ledger.money(round(answer.by_seller)), answer.at)
        ledger.enter(PLATFORM_COST, ledger.money(round(answer.by_platform)), answer.at)


def _enter(basis: Basis, answer: Answer, found: Interval, returns: Floats) -> None:
    ledger = basis.ledger
    low, middle, high = (ledger.money(round(float(v))) for v in np.percentile(returns, [2.5, 50, 97.5]))
    closed = found.is_closed
    ledger.enter(ROI, found.middle, answer.at, interval=(found.low, found.high) if closed else None)
    ledger.enter(ROI_LOW, found.low, answer.at)
    if answer.bears is not None:
        ledger.enter(ROI_BEARS, answer.bears, answer.at)
    ledger.enter(ROI_RETURN, middle, answer.at, interval=(low, high) if closed else None)
    ledger.enter(ROI_RETURN_LOW, low, answer.at)
    if closed:
        ledger.enter(ROI_HIGH, found.high, answer.at)
        ledger.enter(ROI_RETURN_HIGH, high, answer.at)
