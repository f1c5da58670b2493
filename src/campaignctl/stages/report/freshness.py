"""How far the data reach: which days and shops they hold, and whose exports end before those of the others."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

import narwhals as nw
import pandas as pd

from campaignctl.domain.sentences import Sentence, say
from campaignctl.domain.times import zone_words
from campaignctl.domain.wording import listed
from campaignctl.metrics.ledger import At
from campaignctl.metrics.native import lazy
from campaignctl.stages.report.basis import Basis, joined
from campaignctl.stages.report.counts import Count
from campaignctl.stages.report.phrases import cut
from campaignctl.stages.report.subject import is_regular
from campaignctl.stages.report.times import clock, day_words, full_day

DAYS_HELD = Count("days_held", "Days with orders", "local days of the campaign on which an export holds a paid line")
SHOPS_DUE = Count(
    "shops_due", "Shops that take part", "sellers with a registered SKU; without registrations, those met"
)
SHOPS_HELD = Count("shops_held", "Shops with orders", "shops that take part of which an export holds an order")
OLDER = Count("older_exports", "Older exports", "shops whose exports end a day or more before the data of the others")

STALE_AFTER = timedelta(days=1)
"""A shop that sells little has hours without a row; a day without one more likely means an older export."""

MOST_NAMES = 3
INSTANTS = ("created", "paid", "cancelled")


@dataclass(frozen=True, slots=True)
class Freshness:
    """``reach`` is the moment up to which the campaign is counted, ``held`` the newest one of any export of orders.

    ``older`` are the shops whose exports end before, with the newest moment in them, the oldest first; ``silent`` those
    that take part and of which no export holds an order.
    """

    reach: datetime
    held: datetime | None
    older: tuple[tuple[str, datetime], ...]
    silent: tuple[str, ...]


def freshness(basis: Basis) -> Freshness:
    """Return how far the data reach, and enter how many days and shops they hold."""
    ends = _ends(basis)
    reach = min(basis.inputs.as_of, basis.inputs.window.end)
    due = _due(basis)
    older = sorted(((key, ends[key]) for key in due if key in ends and ends[key] <= reach - STALE_AFTER), key=_by_age)
    none = (key for key in due if basis.ledger.value("orders", At("seller", key)) is None)
    silent = tuple(key for key in none if not basis.sold_anything(At("seller", key)))  # lines may lack their order's id
    if basis.has_lines:
        basis.ledger.enter(DAYS_HELD, len(basis.days) - len(basis.silent_days))
        basis.ledger.enter(SHOPS_DUE, len(due))
        basis.ledger.enter(SHOPS_HELD, len(due) - len(silent))
        basis.ledger.enter(OLDER, len(older))
    return Freshness(reach, max(ends.values(), default=None), tuple(older), silent)


def _by_age(one: tuple[str, datetime]) -> tuple[datetime, str]:
    return one[1], one[0]


def _due(basis: Basis) -> tuple[str, ...]:
    """Return the sellers that take part, the largest first; without registrations those that were met."""
    known = tuple(key for key in basis.sellers if key is not None)
    if basis.inputs.listed is None:
        return known
    taking_part = basis.inputs.scope.sellers
    return tuple(key for key in known if key in taking_part)


def _ends(basis: Basis) -> dict[str, datetime]:
    """Return the newest moment in the files that hold a seller's orders: a file of many shops is as old as a whole."""
    if basis.inputs.order_lines is None:
        return {}
    lines = lazy(basis.inputs.order_lines)
    newest = [nw.col(name).max() for name in INSTANTS]
    keys = [nw.col(name).cast(nw.String) for name in ("file", "seller_id")]
    told = lines.select(*keys, *INSTANTS).group_by("file", "seller_id").agg(*newest)
    plain = told.with_columns(*[nw.col(name).cast(nw.String) for name in INSTANTS])  # engines differ in their instants
    found = plain.collect(backend="pandas").to_native()
    moments = [pd.to_datetime(found[name], format="ISO8601", utc=True) for name in INSTANTS]
    found["end"] = pd.concat(moments, axis=1).max(axis=1)
    found["end"] = found.groupby("file", dropna=False)["end"].transform("max")
    ends = found.dropna(subset=["seller_id", "end"]).groupby("seller_id")["end"].max()
    return {str(seller): pd.Timestamp(end).to_pydatetime() for seller, end in ends.items()}


def completeness(basis: Basis, fresh: Freshness) -> Sentence:
    """Return ``✓ complete: 6 of 6 days, 38 of 38 sellers``, or what is partial of it."""
    days, held = len(basis.periods.all_days), basis.ledger.value(DAYS_HELD.id)
    whole = basis.periods.is_over and held == days and not fresh.silent and not fresh.older
    state = "✓ complete" if whole else "▲ stale" if fresh.older else "◐ partial"
    return say(
        "{state}: {days_held.total} of {days.total} days, {shops_held.total} of {shops_due.total} sellers", state=state
    )


def strips(basis: Basis, fresh: Freshness) -> tuple[Sentence, ...]:
    """Return what has to be known before any number is read: what still runs, what is missing, what is older."""
    return tuple(one for one in (_running(basis), _missing(basis), _silent(basis, fresh), _older(basis, fresh)) if one)


def _running(basis: Basis) -> Sentence:
    if basis.periods.is_over:
        return Sentence()
    running = "is not over" if is_regular(basis) else "still runs"
    told = say(
        "The {subject} {running}: all numbers are so far, up to {at}",
        subject=basis.subject, running=running, at=basis.as_of_words,
    )  # fmt: skip
    if basis.periods.partial is None:
        return joined(told, say("."))
    day = full_day(basis.periods.partial)
    return joined(told, say("; {day} is not over and is compared with as many hours.", day=day))


def _missing(basis: Basis) -> Sentence:
    empty = [full_day(day) for day in basis.silent_days]
    if not basis.has_lines or not empty:
        return Sentence()
    return say("No export holds a paid order of {days}.", days=few(empty))


def _silent(basis: Basis, fresh: Freshness) -> Sentence:
    if not basis.has_lines or not fresh.silent:
        return Sentence()
    shops = [cut(basis.seller(key), 28) for key in fresh.silent]
    told = say("{shops_held.total} of {shops_due.total} sellers are in the exports; missing: ")
    return joined(told, say("{shops}.", shops=few(shops)))


def _older(basis: Basis, fresh: Freshness) -> Sentence:
    if not basis.has_lines or not fresh.older or fresh.held is None:
        return Sentence()
    until = moment(basis, min(fresh.held, fresh.reach))
    if fresh.held <= fresh.reach - STALE_AFTER:
        return say("The exports of orders end {until}; nothing later is counted.", until=until)
    shops = [f"{cut(basis.seller(key), 28)} ({moment(basis, end)})" for key, end in fresh.older]
    told = "{older_exports.total} shop's exports are older" if len(shops) == 1 else "exports of {older_exports.total}"
    tail = "" if len(shops) == 1 else " shops are older"
    return say(f"Data to {{until}}; {told}{tail}: {{shops}}.", until=until, shops=few(shops))


def moment(basis: Basis, at: datetime) -> str:
    """Return ``Nov 23, 18:00 ET``."""
    local = at.astimezone(basis.inputs.zone)
    return f"{day_words(local.date())}, {clock(local)} {zone_words(basis.inputs.zone.key)}"


def few(words: Sequence[str]) -> str:
    """Return ``a, b and c``, or the first three ``and others``."""
    return listed(words) if len(words) <= MOST_NAMES else f"{', '.join(words[:MOST_NAMES])} and others"
