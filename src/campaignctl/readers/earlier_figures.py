"""Figures and actions of earlier reports, as ``record/`` keeps them; a record that cannot be read is left out."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from campaignctl.domain.campaign import Campaign
from campaignctl.domain.earlier import Action, Earlier
from campaignctl.domain.errors import CannotRead
from campaignctl.domain.times import local_days
from campaignctl.folder.records import Record, read, records

MONEY = {"money", "money_short"}


def read_figures(folder: Path, kind: str, campaign: Campaign | None = None) -> tuple[Earlier, ...]:
    """Return the reports of ``record/<kind>/``, oldest first; their ``campaign`` tells how old each was."""
    found = (_report(record) for record in records(folder, kind))
    told = (report for report in found if report is not None)
    return tuple(told if campaign is None else (_of_campaign(report, campaign) for report in told))


def _of_campaign(report: Earlier, campaign: Campaign) -> Earlier:
    """Return a report with what its campaign's set-up says of it."""
    window, final, zone = campaign.window, campaign.figures_final, ZoneInfo(campaign.zone)
    known = replace(report, currency=campaign.currency, marketplace=campaign.marketplace)
    if window is None:
        return known
    return replace(
        known,
        age=report.as_of - window.end,
        into=report.as_of - window.start,
        is_final=final is not None and report.as_of.astimezone(zone).date() >= final,
        days=len(local_days(window, campaign.zone)),
    )


def newest_first(folder: Path, kind: str, before: datetime | None = None) -> Iterator[Earlier]:
    """Yield the reports of ``record/<kind>/`` older than ``before``, the newest first; each is read when asked for."""
    stamp = None if before is None else f"{before.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    for record in reversed(records(folder, kind)):
        report = None if stamp is not None and record.stamp >= stamp else _report(record)
        if report is not None:
            yield report


def _report(record: Record) -> Earlier | None:
    """Return what a record says; None of one that we did not write."""
    whole = _whole(record)
    try:
        as_of = datetime.fromisoformat(whole["as_of"])
        values = dict(_values(whole["figures"]))
    except (KeyError, TypeError, ValueError, AttributeError):
        return None
    if as_of.tzinfo is None:
        return None
    return Earlier(str(whole.get("campaign", "")), as_of, values)


def read_actions(folder: Path, kind: str, before: datetime) -> tuple[datetime, tuple[Action, ...]] | None:
    """Return the actions of the newest record of ``record/<kind>/`` older than ``before``, with its as-of time."""
    for record in reversed(records(folder, kind)):
        whole = _whole(record)
        try:
            as_of = datetime.fromisoformat(whole["as_of"])
            actions = tuple(_action(one) for one in whole["actions"])
        except (KeyError, TypeError, ValueError, AttributeError):
            continue
        if as_of.tzinfo is not None and as_of < before:
            return as_of, actions
    return None


def _whole(record: Record) -> dict[str, Any]:
    try:
        found = json.loads(read(record))
    except (CannotRead, ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _values(figures: list[Mapping[str, Any]]) -> Iterator[tuple[str, Decimal | float | None]]:
    for one in figures:
        value = one["value"]
        if value is None:
            yield str(one["id"]), None
            continue
        try:
            yield str(one["id"]), Decimal(value) if one["format"] in MONEY else float(value)
        except InvalidOperation as error:
            raise ValueError(f"{value} is no amount") from error


def _action(one: Mapping[str, Any]) -> Action:
    return Action(**{name: str(one.get(name) or "") for name in ("kind", "what", "about", "then", "owner")})
