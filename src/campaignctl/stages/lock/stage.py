"""Freeze what was approved: lines, promotions and streams, once no error is open that nobody answers for."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

import pandas as pd

from campaignctl.domain.campaign import Campaign
from campaignctl.domain.decisions import APPROVE
from campaignctl.domain.difference import Difference, difference
from campaignctl.domain.errors import CannotRead, WrongUsage
from campaignctl.domain.findings import Finding, Severity, Verdict
from campaignctl.domain.lock import Accepted, Lock
from campaignctl.readers.campaign_folder import Material
from campaignctl.rules.case import Case
from campaignctl.rules.locked import Taking, lock_of
from campaignctl.rules.standing import lines_with_standing
from campaignctl.stages.lock.words import Told, told
from campaignctl.stages.validate import judge


@dataclass(frozen=True, slots=True)
class Acceptance:
    """Errors of ``code`` are accepted for a ``reason``: all of them, or those about one seller, SKU or promotion."""

    code: str
    about: str
    reason: str

    def covers(self, finding: Finding) -> bool:
        """Whether a finding is one that it names."""
        about = finding.about
        named = {about.seller, about.sku, about.promotion, about.other} - {""}
        return finding.code == self.code and (not self.about or self.about in named)


@dataclass(frozen=True, slots=True)
class Wanted:
    """How a lock is asked for: the number it would have, when (aware), by whom, and what is accepted.

    ``everything`` approves every line that has no open error; for campaigns that decide nothing line by line.
    """

    number: int
    at: datetime
    by: str
    accepts: tuple[Acceptance, ...] = ()
    everything: bool = False


@dataclass(frozen=True, slots=True)
class Freezing:
    """What a lock would hold, and what stands against it.

    ``open`` are the errors that nobody accepted: while there are any, nothing is locked. ``idle`` are acceptances that
    name no open error. ``before`` is the newest lock on record, ``difference`` what would change against it.
    """

    campaign: Campaign
    lock: Lock
    before: Lock | None
    difference: Difference
    open: tuple[Finding, ...]
    idle: tuple[Acceptance, ...]
    unproven: tuple[str, ...]
    told: tuple[Told, ...] = ()  # the difference in words

    @property
    def adds_nothing(self) -> bool:
        """Whether the newest lock already promises the same."""
        return self.before is not None and not self.difference

    @property
    def left_out(self) -> Mapping[str, int]:
        """How many lines are not part of the lock, by how they stand."""
        return Counter(self.lock.left_out["standing"].tolist())


def freeze(material: Material, wanted: Wanted) -> Freezing:
    """Return what a lock of the campaign would hold, and the errors that stand against it.

    ``WrongUsage`` when everything is wanted of a campaign that decides line by line, ``CannotRead`` when no line is
    approved.
    """
    case, verdict = judge(material)
    lines = lines_with_standing(case)
    if wanted.everything:
        lines = _all_approved(case, lines, wanted)
    chosen = lines["decision"].eq(APPROVE).fillna(value=False).astype(bool)
    if not chosen.any():
        raise _nothing_approved(case)
    accepted, left, idle = _sorted_out(verdict, wanted.accepts, material.after_lock)
    taking = Taking(wanted.number, wanted.at, wanted.by, wanted.everything, accepted, material.inputs)
    lock = lock_of(case, lines, chosen, taking)
    moved = difference(case.lock, lock) if case.lock else Difference()
    return Freezing(case.campaign, lock, case.lock, moved, left, idle, verdict.unproven, tuple(told(moved, case)))


def _all_approved(case: Case, lines: pd.DataFrame, wanted: Wanted) -> pd.DataFrame:
    if case.frames["decisions"]["decision"].notna().any() or case.frames["shop_decisions"]["decision"].notna().any():
        raise WrongUsage(
            "--all is for campaigns that decide nothing line by line; decisions/ holds decisions.",
            "Lock without --all, or take the workbooks out of decisions/.",
        )
    new = lines["decision"].isna()
    return lines.assign(
        decision=APPROVE,
        decided_by=lines["decided_by"].mask(new, wanted.by),
        decided_on=lines["decided_on"].mask(new, pd.Timestamp(wanted.at)),
    )


def _nothing_approved(case: Case) -> CannotRead:
    if case.sku_lines.empty and case.frames["rejected_lines"].empty:
        return CannotRead(
            "There is no line to lock: registrations/ holds none.", "Collect the sellers' registrations first."
        )
    return CannotRead(
        "No line is approved yet: decisions/ approves none.",
        "Fill out/decide.xlsx and save it in decisions/, or approve every line without an error with --all.",
    )


def _sorted_out(
    verdict: Verdict, accepts: Sequence[Acceptance], later: Collection[str]
) -> tuple[tuple[Accepted, ...], tuple[Finding, ...], tuple[Acceptance, ...]]:
    """Return the errors that were accepted, those that are still open, and the acceptances that name none.

    How an earlier lock was carried out, as files that came ``later`` tell, does not stand against a new one.
    """
    accepted, left, used = list[Accepted](), list[Finding](), set[Acceptance]()
    for finding in verdict.findings:
        if finding.severity is not Severity.ERROR or finding.place.file in later:
            continue
        named = next((acceptance for acceptance in accepts if acceptance.covers(finding)), None)
        if named is None:
            left.append(finding)
        else:
            used.add(named)
            accepted.append(_accepted(finding, named.reason))
    return tuple(accepted), tuple(left), tuple(acceptance for acceptance in accepts if acceptance not in used)


def _accepted(finding: Finding, reason: str) -> Accepted:
    about = finding.about
    return Accepted(finding.code, about.seller, about.sku, about.promotion, about.other, finding.message, reason)
