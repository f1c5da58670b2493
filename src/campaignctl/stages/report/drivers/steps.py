"""A change in steps that add up to it, and what stands behind them."""

from collections.abc import Sequence
from dataclasses import dataclass

from campaignctl.domain.sentences import Sentence
from campaignctl.domain.tables import Column, Table
from campaignctl.metrics.ledger import At
from campaignctl.stages.report.basis import BASELINE, Basis
from campaignctl.stages.report.counts import DRIVER_BASE, DRIVER_LEVEL, DRIVER_SIZE

GAP = f"{BASELINE}_gap"
WORTH = 0.05
"""A change of less than a twentieth of where it began is not taken apart."""


@dataclass(frozen=True, slots=True)
class Step:
    """A factor's part of the change, in minor units, and the running sum before it."""

    factor: str
    part: int
    before: int

    @property
    def at(self) -> At:
        """Where its figures stand."""
        return At("driver", self.factor)


@dataclass(frozen=True, slots=True)
class Bridge:
    """The steps from one amount to another: the figures of both ends and of the change, and what is said around them.

    ``start`` is what the first column is called, ``behind`` the numbers that the steps come from.
    """

    steps: tuple[Step, ...]
    first: str
    last: str
    whole: str
    start: str
    context: Sentence
    source: Sentence
    behind: Table


def heads(before: str) -> tuple[Column, ...]:
    """Return the columns of the numbers behind the steps."""
    words = (("what", ""), ("baseline", before), ("campaign", "Campaign"), ("change", "Change"))
    return tuple(Column(key, title) for key, title in words)


def steps_of(start: float, factors: Sequence[str], parts: Sequence[float]) -> tuple[Step, ...]:
    """Return the steps that lead on from ``start`` (minor units), one per factor."""
    running, found = round(start), []
    for factor, part in zip(factors, parts, strict=True):
        found.append(Step(factor, round(part), running))
        running += round(part)
    return tuple(found)


def is_worth(steps: Sequence[Step]) -> bool:
    """Whether the whole change is large enough to be taken apart."""
    return abs(sum(step.part for step in steps)) >= WORTH * steps[0].before


def enter_steps(basis: Basis, steps: Sequence[Step]) -> None:
    """Enter every step's part, and with which size it is drawn, from where and to where."""
    ledger = basis.ledger
    for step in steps:
        ledger.enter(basis.gmv, ledger.money(step.part), step.at.against(GAP), form=basis.gmv.format)
        ledger.enter(DRIVER_SIZE, ledger.money(abs(step.part)), step.at)
        ledger.enter(DRIVER_BASE, ledger.money(min(step.before, step.before + step.part)), step.at)
        ledger.enter(DRIVER_LEVEL, ledger.money(step.before + step.part), step.at)
