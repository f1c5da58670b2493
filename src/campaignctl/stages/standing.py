"""Where a campaign stands: days to launch, what is there, what is late, and the next command to type."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import pandas as pd

from campaignctl.domain.campaign import Campaign
from campaignctl.domain.findings import Severity, Verdict
from campaignctl.domain.times import moment_words


@dataclass(frozen=True, slots=True)
class OnDisk:
    """What lies in the folder besides the set-up: counts of files."""

    registrations: int
    exports: int
    reports: int


@dataclass(frozen=True, slots=True)
class Standing:
    """The campaign in five answers; ``next_command`` is ready to be typed."""

    campaign: Campaign
    phase: str
    counts: tuple[tuple[str, str], ...]
    late: tuple[str, ...]
    next_command: str
    why: str


def standing(  # noqa: PLR0913, PLR0917 - where a campaign stands rests on all of these
    campaign: Campaign, setup: pd.DataFrame, timeline: pd.DataFrame, verdict: Verdict, on_disk: OnDisk, now: datetime
) -> Standing:
    """Return where the campaign stands at ``now`` (aware)."""
    command, why = _next(campaign, verdict, on_disk, now)
    return Standing(
        campaign=campaign,
        phase=_phase(campaign, now),
        counts=_counts(campaign, verdict, on_disk),
        late=_late(campaign, setup, timeline, now),
        next_command=command,
        why=why,
    )


def _phase(campaign: Campaign, now: datetime) -> str:
    window = campaign.window
    if window is None:
        return "no window yet: fill Starts and Ends on the sheet Campaign"
    start = moment_words(window.start, campaign.zone)
    if now < window.start:
        days = (window.start - now) // timedelta(days=1)
        soon = f"in {days} {'day' if days == 1 else 'days'}" if days else "within a day"
        return f"starts {soon}, on {start}"
    if now < window.end:
        total = max(1, round((window.end - window.start) / timedelta(days=1)))
        return f"running, day {(now - window.start) // timedelta(days=1) + 1} of {total}"
    return f"ended {(now - window.end) // timedelta(days=1)} days ago, on {moment_words(window.end, campaign.zone)}"


def _counts(campaign: Campaign, verdict: Verdict, on_disk: OnDisk) -> tuple[tuple[str, str], ...]:
    invited = sum(seller.role == "Campaign" for seller in campaign.sellers)
    errors, warnings = verdict.count(Severity.ERROR), verdict.count(Severity.WARNING)
    return (
        ("Promotions", f"{len(campaign.promotions):,}"),
        ("Sellers", f"{on_disk.registrations:,} of {invited:,} registered"),
        ("Livestreams", f"{len(campaign.streams):,}"),
        ("Findings", f"{errors:,} errors, {warnings:,} warnings" if errors or warnings else "none"),
        ("Exports", f"{on_disk.exports:,} files"),
        ("Reports", f"{on_disk.reports:,} on record"),
    )


def _late(campaign: Campaign, setup: pd.DataFrame, timeline: pd.DataFrame, now: datetime) -> tuple[str, ...]:
    late = []
    for key, words in (("registration_closes", "Registration closed"), ("price_lock", "Price lock was due")):
        moment: Any = None if setup.empty else setup[key].iloc[0]
        before_launch = campaign.window is not None and now < campaign.window.start
        if before_launch and moment is not None and not pd.isna(moment) and moment <= now:
            late.append(f"{words} {moment_words(moment.to_pydatetime(), campaign.zone)}")
    due = timeline["deadline"].fillna(timeline["finish"])
    open_ = timeline[(due < pd.Timestamp(now)) & (timeline["complete"].fillna(0) < 1)]
    for task, moment in zip(open_["task"], due[open_.index], strict=True):
        late.append(f"{task}: due {moment_words(moment.to_pydatetime(), campaign.zone)}")
    return tuple(late[:8])


def _next(campaign: Campaign, verdict: Verdict, on_disk: OnDisk, now: datetime) -> tuple[str, str]:
    if campaign.window is None:
        return "campaignctl validate", "names the cells of the set-up still to be filled"
    if now >= campaign.window.end and on_disk.exports:
        return "campaignctl report", "says what the campaign brought"
    if now >= campaign.window.end:
        return "campaignctl report", "once the order exports lie in exports/<seller id>/"
    if verdict.count(Severity.ERROR):
        return "campaignctl validate", "shows what must be mended before launch"
    return "campaignctl validate", "confirms that it is safe to launch"
