"""Which findings are new, which still open and which fixed since the round before.

A finding is known again by its identity, whatever its file is called now and wherever its row stands. Several may
share one identity (two files that cannot be read, two rows of one SKU): then those that say the same of the same cell
are taken for each other first, those that say the same of another cell next, and the rest in reading order.
"""

from collections import defaultdict, deque
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from campaignctl.domain.findings import Finding, Verdict
from campaignctl.domain.rounds import Round, State, Tracked
from campaignctl.rules.case import Case
from campaignctl.rules.rule import Rule

Identity = tuple[str, str, str, str, str, str]
Sameness = Callable[[Finding], tuple[str, ...]]

_SAMENESS: tuple[Sameness, ...] = (
    lambda finding: (finding.value, finding.message, finding.place.file, finding.place.sheet, finding.place.cell),
    lambda finding: (finding.value, finding.message),
    lambda _: (),
)
"""What tells findings of one identity apart, the surest first."""


@dataclass(frozen=True, slots=True)
class Unheard:
    """Of what a round says nothing, so that it is not fixed either: rules not asked, and findings that are excused."""

    codes: Collection[str] = frozenset()
    excused: Collection[Identity] = frozenset()

    def holds(self, finding: Finding) -> bool:
        """Whether the round says nothing of a finding."""
        return finding.code in self.codes or finding.identity in self.excused


def unheard(rules: Iterable[Rule], case: Case, verdict: Verdict) -> Unheard:
    """Return of what a verdict says nothing.

    Rules that speak of the hour are not asked without one; a sheet that is gone silences those that rest on it; and an
    exception hides a finding that its seller has not mended.
    """
    timed = {rule.code for rule in rules if rule.timed and case.now is None}
    silenced = {skipped.code for skipped in verdict.not_run if not skipped.rows}
    return Unheard(timed | silenced, {one.finding.identity for one in verdict.suppressed})


def track(
    found: Iterable[Finding],
    before: Round | None,
    number: int,
    present: Collection[str],
    unheard: Unheard = Unheard(),
) -> tuple[tuple[Tracked, ...], tuple[Tracked, ...]]:
    """Return the findings of round ``number`` with their story, and those that wait to be looked at again.

    The first are the new and the still open ones in the order of findings, then the fixed ones. ``present`` are the
    sellers whose reply was read in this round: a finding is fixed only when its seller has shown a workbook without it,
    and when the round would have found it there. So is one that the team's own sheet has about what a seller sent.
    """
    by_identity: dict[Identity, list[Tracked]] = defaultdict(list)
    for old in (*before.open, *before.unseen) if before else ():
        by_identity[old.finding.identity].append(old)
    now: dict[Identity, list[Finding]] = defaultdict(list)
    for finding in found:
        now[finding.identity].append(finding)
    current: list[Tracked] = []
    gone: list[Tracked] = []
    for identity in by_identity.keys() | now.keys():
        told, left = _told(now.get(identity, []), by_identity.get(identity, []), number)
        current += told
        gone += left
    away = _Away(present, frozenset(before.arrivals) if before else frozenset())
    waits = [away.holds(old.finding) or unheard.holds(old.finding) for old in gone]
    waiting = [old for old, still in zip(gone, waits, strict=True) if still]
    shown = [old for old, still in zip(gone, waits, strict=True) if not still]
    fixed = [replace(old, state=State.FIXED) for old in _in_order(shown)]
    return (*_in_order(current), *fixed), tuple(replace(old, state=State.OPEN) for old in _in_order(waiting))


@dataclass(frozen=True, slots=True)
class _Away:
    """Sellers whose reply is not there to be looked at: ``known`` had sent one before."""

    present: Collection[str]
    known: Collection[str]

    def holds(self, finding: Finding) -> bool:
        """Whether a finding may be gone only because its seller's workbook is."""
        seller = finding.about.seller
        if not seller or seller in self.present:
            return False
        return finding.is_sent or seller in self.known


def _told(findings: Sequence[Finding], known: Sequence[Tracked], number: int) -> tuple[list[Tracked], list[Tracked]]:
    """Return findings of one identity with their story, and which of ``known`` none of them continues."""
    told: list[Tracked] = []
    new, old = list(findings), list(known)
    for sameness in _SAMENESS:
        waiting: dict[tuple[str, ...], deque[int]] = defaultdict(deque)
        for at, one in enumerate(old):
            waiting[sameness(one.finding)].append(at)
        left, taken = [], set[int]()
        for finding in new:
            alike = waiting[sameness(finding)]
            if alike:
                taken.add(at := alike.popleft())
                told.append(Tracked(finding, State.OPEN, old[at].since))
            else:
                left.append(finding)
        new, old = left, [one for at, one in enumerate(old) if at not in taken]
    return told + [Tracked(finding, State.NEW, number) for finding in new], old


def _in_order(tracked: Iterable[Tracked]) -> list[Tracked]:
    return sorted(tracked, key=lambda one: one.finding.order)
