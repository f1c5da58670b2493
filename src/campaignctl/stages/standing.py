"""Where a campaign stands: days to launch, what is there, what is late, and the next command to type."""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import pandas as pd

from campaignctl.domain.campaign import Campaign
from campaignctl.domain.changes import Change
from campaignctl.domain.findings import Severity, Verdict
from campaignctl.domain.lock import Lock
from campaignctl.domain.roster import REGISTERED, Person, Status
from campaignctl.domain.times import moment_words
from campaignctl.domain.wording import counted


@dataclass(frozen=True, slots=True)
class OnDisk:
    """What lies in the folder besides the set-up: counts of files, and of what is on record.

    ``collected`` tells whether the newest round rests on the files as they are now.
    """

    registrations: int
    exports: int
    reports: int
    forms: int = 0
    rounds: int = 0
    locks: int = 0
    prices: int = 0
    collected: bool = False


@dataclass(frozen=True, slots=True)
class Standing:
    """The campaign in five answers; ``next_command`` is ready to be typed."""

    campaign: Campaign
    phase: str
    counts: tuple[tuple[str, str], ...]
    late: tuple[str, ...]
    next_command: str
    why: str


@dataclass(frozen=True, slots=True)
class Known:
    """What a campaign's standing rests on; ``people`` is the roster, ``commands`` are those that there are.

    ``lock`` is the newest one, ``changes`` all that the sheet Changes holds.
    """

    campaign: Campaign
    setup: pd.DataFrame
    timeline: pd.DataFrame
    verdict: Verdict
    people: Sequence[Person]
    on_disk: OnDisk
    commands: Collection[str] = ()
    lock: Lock | None = None
    changes: Sequence[Change] = ()


def standing(known: Known, now: datetime) -> Standing:
    """Return where the campaign stands at ``now`` (aware)."""
    command, why = _next(known, now)
    return Standing(
        campaign=known.campaign,
        phase=_phase(known.campaign, now),
        counts=_counts(known),
        late=_late(known, now),
        next_command=command,
        why=why,
    )


def _phase(campaign: Campaign, now: datetime) -> str:
    window = campaign.window
    if window is None:
        return "no dates yet: fill Starts and Ends on the sheet Campaign"
    start = moment_words(window.start, campaign.zone)
    if now < window.start:
        days = (window.start - now) // timedelta(days=1)
        soon = f"in {counted(days, 'day')}" if days else "within a day"
        return f"starts {soon}, on {start}"
    if now < window.end:
        total = max(1, round((window.end - window.start) / timedelta(days=1)))
        return f"running, day {(now - window.start) // timedelta(days=1) + 1} of {total}"
    days = (now - window.end) // timedelta(days=1)
    past = f"{counted(days, 'day')} ago" if days else "within the last day"
    return f"ended {past}, on {moment_words(window.end, campaign.zone)}"


def _counts(known: Known) -> tuple[tuple[str, str], ...]:
    errors, warnings = known.verdict.count(Severity.ERROR), known.verdict.count(Severity.WARNING)
    campaign, on_disk = known.campaign, known.on_disk
    rounds = counted(on_disk.rounds, "round") if on_disk.rounds else "no round yet"
    return (
        ("Promotions", f"{len(campaign.promotions):,}"),
        ("Sellers", _sellers(known.people)),
        ("Collected", rounds if on_disk.collected or not on_disk.rounds else f"{rounds}, files changed since"),
        ("Livestreams", f"{len(campaign.streams):,}"),
        ("Locked", _locked(known)),
        ("Findings", f"{errors:,} errors, {warnings:,} warnings" if errors or warnings else "none"),
        ("Exports", f"{on_disk.exports:,} files"),
        ("Reports", f"{on_disk.reports:,} on record"),
    )


def _locked(known: Known) -> str:
    """Return when what was locked, and how much changed since: ``on Mon Nov 16, 18:00, 412 lines; 2 changes since``."""
    lock = known.lock
    if lock is None:
        return "not yet"
    since = sum(bool(change.frame) and change.number not in lock.applied for change in known.changes)
    lines = counted(len(lock.lines), "line")
    changes = counted(since, "change") if since else "no change"
    return f"on {moment_words(lock.taken_at, lock.zone)}, {lines}; {changes} since"


def _sellers(people: Sequence[Person]) -> str:
    """Return how many are registered, and where they and the others stand."""
    standing = Counter(person.status for person in people)
    registered = sum(standing[status] for status in REGISTERED)
    invited = len(people) - standing[Status.STRANGER] - standing[Status.NOT_YET]
    pieces = (
        (standing[Status.READY] + standing[Status.NEW], "ready", "ready"),
        (standing[Status.FIX], "needs fixing", "need fixing"),
        (standing[Status.INCOMPLETE], "incomplete", "incomplete"),
        (standing[Status.LATE], "late", "late"),
        (standing[Status.MISSING], "missing", "missing"),
    )
    told = [counted(count, one, many) for count, one, many in pieces if count]
    return f"{registered:,} of {invited:,} registered" + (f": {', '.join(told)}" if told else "")


def _late(known: Known, now: datetime) -> tuple[str, ...]:
    campaign, setup, timeline = known.campaign, known.setup, known.timeline
    late, due_until_locked = [], () if known.lock else (("price_lock", "Price lock was due"),)
    for key, words in (("registration_closes", "Registration closed"), *due_until_locked):
        moment: Any = None if setup.empty else setup[key].iloc[0]
        before_launch = campaign.window is not None and now < campaign.window.start
        if before_launch and moment is not None and not pd.isna(moment) and moment <= now:
            late.append(f"{words} {moment_words(moment.to_pydatetime(), campaign.zone)}")
    due = timeline["deadline"].fillna(timeline["finish"])
    open_ = timeline[(due < pd.Timestamp(now)) & (timeline["complete"].fillna(0) < 1)]
    for task, moment in zip(open_["task"], due[open_.index], strict=True):
        late.append(f"{task}: due {moment_words(moment.to_pydatetime(), campaign.zone)}")
    return tuple(late[:8])


def _next(known: Known, now: datetime) -> tuple[str, str]:
    """Return the next command: new, collect, validate, price, lock, report, in the order of a campaign's life."""
    campaign, on_disk = known.campaign, known.on_disk
    if campaign.window is None:
        return "campaignctl validate", "names the cells of the set-up still to be filled"
    if now >= campaign.window.end:
        why = (
            "says what the campaign brought"
            if on_disk.exports
            else "once the order exports lie in exports/<seller id>/"
        )
        return "campaignctl report", why
    errors = known.verdict.count(Severity.ERROR)
    if not on_disk.registrations:
        return _first_steps(known, errors)
    if not on_disk.collected:
        why = (
            "what came or changed since the last round" if on_disk.rounds else "who registered what, who must mend what"
        )
        return "campaignctl collect", f"says {why}"
    if errors:
        return "campaignctl validate", "shows what must be mended before launch"
    if "price" in known.commands and not on_disk.prices:
        return "campaignctl price", "says what a buyer will pay, and who funds it"
    if "lock" in known.commands and not on_disk.locks:
        return "campaignctl lock", "freezes what was agreed"
    return "campaignctl validate", "confirms that it is safe to launch"


def _first_steps(known: Known, errors: int) -> tuple[str, str]:
    """Return what comes before anybody has registered: a sound set-up, then forms for the sellers."""
    if errors or not known.people or known.on_disk.forms:
        what = (
            "shows what must be mended in the set-up"
            if errors
            else "confirms the set-up while sellers fill their forms"
        )
        return "campaignctl validate", what
    return "campaignctl new . --forms", "writes one filled form per invited seller"
