"""One collection of the registrations: what came back, judged, held against the round before."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

import pandas as pd

from campaignctl.domain.document import Input
from campaignctl.domain.findings import Severity, Verdict
from campaignctl.domain.registrations import Reply
from campaignctl.domain.roster import Person
from campaignctl.domain.rounds import Round, State, Tracked
from campaignctl.folder.hashing import digest
from campaignctl.readers.campaign_folder import Material
from campaignctl.rules.case import Case
from campaignctl.rules.catalogue import rules
from campaignctl.rules.exceptions import lapsed
from campaignctl.stages.collect.lines import judged, noted, offers_of
from campaignctl.stages.collect.people import Heard, arrivals_of, by_seller, people
from campaignctl.stages.collect.replies import replies_of
from campaignctl.stages.collect.tracking import track, unheard


@dataclass(frozen=True, slots=True)
class Collected:
    """What a collection knows. ``round`` is what it leaves for the next one; ``before`` what it was compared with.

    ``tracked`` are all findings with their story, new and open ones first: those of registrations, and those of the
    team's own files. ``lines``, ``coupons`` and ``slots`` are the sellers' sheets as read, each row with its status;
    ``added``, by the sheet's key, what sellers added to their rows in columns of their own. ``told`` are the tracked
    findings of registrations by seller: what its row of the roster rests on. ``as_of`` is None where none was given.
    """

    case: Case
    verdict: Verdict
    round: Round
    before: Round | None
    inputs: tuple[Input, ...]
    tracked: tuple[Tracked, ...]
    people: tuple[Person, ...]
    replies: tuple[Reply, ...]
    lines: pd.DataFrame
    coupons: pd.DataFrame
    slots: pd.DataFrame
    told: Mapping[str, Sequence[Tracked]]
    as_of: datetime | None = None
    added: Mapping[str, pd.DataFrame] = field(default_factory=dict)

    @property
    def open(self) -> tuple[Tracked, ...]:
        """The findings that stand now."""
        return tuple(one for one in self.tracked if one.state is not State.FIXED)

    @property
    def ours(self) -> tuple[Tracked, ...]:
        """The findings in the team's own files: the set-up, decisions, launch checks, exports."""
        return tuple(one for one in self.tracked if not one.finding.is_sent)

    @property
    def errors(self) -> int:
        """How many findings of severity error the registrations have."""
        return sum(one.finding.severity is Severity.ERROR and one.finding.is_sent for one in self.open)

    @property
    def own_errors(self) -> int:
        """How many findings of severity error the team's own files have."""
        return sum(one.finding.severity is Severity.ERROR and not one.finding.is_sent for one in self.open)


def digest_of(inputs: Sequence[Input], case: Case) -> str:
    """Return the hash of a collection: that of its files, and of the exceptions that have lapsed by its hour.

    What else an hour brings, such as a task that is late, makes no round of its own: it is new in the next one.
    """
    return digest(*(f"{one.file} {one.sha256}" for one in inputs), *(f"lapsed {row}" for row in lapsed(case)))


@dataclass(frozen=True, slots=True)
class Turn:
    """Which round this is, and the one it is compared with."""

    number: int = 1
    before: Round | None = None


def turn_of(known: Sequence[Round], digest_: str) -> Turn:
    """Return the turn of a collection with this hash, after the rounds ``known``, the newest last.

    The same files again are the same round again, compared with the one before it: equal runs say the same.
    """
    if not known:
        return Turn()
    newest = known[-1]
    if newest.digest != digest_:
        return Turn(newest.number + 1, newest)
    return Turn(newest.number, known[-2] if len(known) > 1 else None)


def collect(material: Material, case: Case, verdict: Verdict, turn: Turn) -> Collected:
    """Return what the registrations say in this turn, at the hour of the case; the rest is made of ``material``."""
    number, before, as_of = turn.number, turn.before, case.now
    replies = replies_of(material)
    present = {reply.seller_id for reply in replies if reply.seller_id}
    tracked, unseen = track(verdict.findings, before, number, present, unheard(rules().values(), case, verdict))
    told = by_seller(tracked, replies)
    frames = material.frames
    findings = [one.finding for one in tracked if one.state is not State.FIXED and one.finding.is_sent]
    lines = judged(frames["sku_lines"], case, findings)
    heard = Heard(_by_id(replies), told, offers_of(lines, frames["slots"]), arrivals_of(replies, before, number))
    sellers = people(case, heard, before, as_of)
    round_ = Round(
        number=number,
        digest=digest_of(material.inputs, case),
        as_of=as_of.isoformat(timespec="seconds") if as_of else "",
        open=tuple(one for one in tracked if one.state is not State.FIXED),
        unseen=unseen,
        arrivals=heard.arrivals,
        statuses={person.id: person.status.value for person in sellers},
    )
    return Collected(
        case=case,
        verdict=verdict,
        round=round_,
        before=before,
        inputs=material.inputs,
        tracked=tracked,
        people=sellers,
        replies=replies,
        lines=lines,
        coupons=noted(frames["coupons"], findings),
        slots=noted(frames["slots"], findings),
        told=told,
        as_of=as_of,
        added=material.added,
    )


def _by_id(replies: Iterable[Reply]) -> dict[str, list[Reply]]:
    """Return the replies of each seller; those of nobody known are left out."""
    found: dict[str, list[Reply]] = defaultdict(list)
    for reply in replies:
        if reply.seller_id:
            found[reply.seller_id].append(reply)
    return found
