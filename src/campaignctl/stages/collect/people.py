"""Who was invited and who wrote, put together: a person of the roster for each seller."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

import pandas as pd

from campaignctl.domain.findings import Severity
from campaignctl.domain.observations import Kind
from campaignctl.domain.registrations import Reply
from campaignctl.domain.roster import Offers, Person, Since
from campaignctl.domain.rounds import Arrival, Round, State, Tracked
from campaignctl.domain.wording import word
from campaignctl.rules.case import Case
from campaignctl.stages.collect.statuses import Known, status_of
from campaignctl.stages.collect.words import news, next_step

_NOT_THERE = (Kind.BLANK_REQUIRED, Kind.MISSING_SHEET, Kind.MISSING_COLUMN)


@dataclass(frozen=True, slots=True)
class Heard:
    """What came back, by seller."""

    replies: Mapping[str, Sequence[Reply]]
    tracked: Mapping[str, Sequence[Tracked]]
    offers: Mapping[str, Offers]
    arrivals: Mapping[str, Arrival]


def arrivals_of(replies: Sequence[Reply], before: Round | None, number: int) -> dict[str, Arrival]:
    """Return the reply of each seller that counts, with the round in which its content first came."""
    known = before.arrivals if before else {}
    found: dict[str, Arrival] = {}
    for reply in replies:
        if not reply.counts or not reply.seller_id:
            continue
        old = known.get(reply.seller_id)
        first = (old.first_saved if old else None) or reply.saved
        since = old.round if old and old.sha256 == reply.sha256 else number
        found[reply.seller_id] = Arrival(reply.sha256, since, first)
    # a seller whose workbook is away for one round did not come back for the first time in the next
    return {**known, **found}


def people(case: Case, heard: Heard, before: Round | None, as_of: datetime | None) -> tuple[Person, ...]:
    """Return all sellers in the roster's order: first those of whom something is wanted, then by their id."""
    rows = case.sellers.dropna(subset=["seller_id"]).drop_duplicates("seller_id")
    listed = {str(row["seller_id"]): row for row in rows.to_dict("records")}
    forms = _forms(case)
    blank = _not_there(case)
    ids = [id_ for id_, row in listed.items() if word(row["role"]) in ("", "Campaign") or id_ in heard.replies]
    ids += [id_ for id_ in heard.replies if id_ not in listed]
    found = []
    for id_ in ids:
        replies = sorted(heard.replies.get(id_, ()), key=lambda one: not one.counts)
        form = forms.get((replies[0].file, id_), {}) if replies else {}
        absent = bool(replies) and (replies[0].file in blank or heard.offers.get(id_, Offers()).skus == 0)
        person = _person(case, heard, before, _Met(id_, listed.get(id_), form, replies, absent))
        changed = news(person, first_round=before is None)
        found.append(replace(person, news=changed, next_step=next_step(person, case.campaign.zone, as_of)))
    return tuple(sorted(found, key=lambda one: (one.status.rank, one.id)))


@dataclass(frozen=True, slots=True)
class _Met:
    id: str
    row: Mapping[Any, Any] | None
    form: Mapping[Any, Any]
    replies: Sequence[Reply]
    absent: bool  # of what a registration must hold


def _person(case: Case, heard: Heard, before: Round | None, met: _Met) -> Person:
    row = met.row or {}
    tracked = heard.tracked.get(met.id, ())
    findings = tuple(one.finding for one in tracked if one.state is not State.FIXED)
    reply = next((one for one in met.replies if one.counts), None)
    arrival = heard.arrivals.get(met.id) if reply else None
    fresh = before is not None and reply is not None and met.id not in before.arrivals
    due = moment(row.get("reply_by")) or moment(case.field("registration_closes"))
    known = Known(
        listed=met.row is not None,
        told=word(row.get("reply")),
        received=reply is not None,
        refuses=word(met.form.get("taking_part")) == "No",
        incomplete=met.absent,
        errors=sum(finding.severity is Severity.ERROR for finding in findings),
        fresh=fresh,
        first_saved=arrival.first_saved if arrival else None,
        due=due,
    )
    return Person(
        id=met.id,
        shop=word(row.get("shop_name")) or word(met.form.get("shop_name")),
        status=status_of(known),
        offers=heard.offers.get(met.id, Offers()),
        since=since_of(tracked, first_time=fresh),
        replies=tuple(met.replies),
        findings=findings,
        round=arrival.round if arrival else None,
        received=reply.saved if reply else None,
        due=due,
        row=row,
        form=met.form,
    )


def moment(value: Any) -> datetime | None:
    """Return a cell's instant, or None."""
    return None if value is None or pd.isna(value) else pd.Timestamp(value).to_pydatetime()


def since_of(tracked: Iterable[Tracked], *, first_time: bool = False) -> Since:
    """Return how many errors are new, still open and fixed."""
    errors = [one.state for one in tracked if one.finding.severity is Severity.ERROR]
    return Since(errors.count(State.NEW), errors.count(State.OPEN), errors.count(State.FIXED), first_time)


def _forms(case: Case) -> dict[tuple[str, str], Mapping[Any, Any]]:
    """Return the Seller sheets by their file and seller."""
    rows = case.registrations.to_dict("records")
    return {(str(row["file"]), word(row["seller_id"])): row for row in rows}


def _not_there(case: Case) -> frozenset[str]:
    """Return the files that lack a sheet, a column, or a field of the Seller sheet that must be filled."""
    found = set()
    for met in case.observations:
        if met.kind in _NOT_THERE:
            where = case.maps.get((met.place.file, met.place.sheet))
            if met.kind is not Kind.BLANK_REQUIRED or (where is not None and where.sheet.record):
                found.add(met.place.file)
    return frozenset(found)


def by_seller(tracked: Sequence[Tracked], replies: Sequence[Reply]) -> dict[str, list[Tracked]]:
    """Return findings of registrations by the seller they are about; else by the only one whose reply their file holds.

    What the team's own sheets say of a seller is not the seller's to mend.
    """
    owners: dict[str, set[str]] = defaultdict(set)
    for reply in replies:
        owners[reply.file].add(reply.seller_id)
    found: dict[str, list[Tracked]] = defaultdict(list)
    for one in (each for each in tracked if each.finding.is_sent):
        holds = owners.get(one.finding.place.file, set())
        seller = one.finding.about.seller or (next(iter(holds)) if len(holds) == 1 else "")
        if seller:
            found[seller].append(one)
    return found
