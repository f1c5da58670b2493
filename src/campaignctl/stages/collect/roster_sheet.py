"""The sheet Roster: a row per seller with its status, what it offers, what is wrong, and what comes next."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

import pandas as pd

from campaignctl.domain.document import Against, Card, Part, Section, Share, Tally
from campaignctl.domain.frames import Dtype, framed
from campaignctl.domain.listing import Listing, ListingColumn, Live, Shows
from campaignctl.domain.roster import APART, REGISTERED, Person, Status
from campaignctl.domain.sentences import Sentence, say
from campaignctl.domain.tables import Mark
from campaignctl.stages.collect.draft import Draft
from campaignctl.stages.collect.goals import Goal, goals

SLUG = "roster"
COLUMNS = (
    ListingColumn("seller_id", "Seller ID", Shows.ID, leads_to="to"),
    ListingColumn("shop", "Seller"),
    ListingColumn("category", "Category"),
    ListingColumn("status", "Status", Shows.STATUS, width=18.0),
    ListingColumn("received", "Received", Shows.MOMENT),
    ListingColumn("round", "Round", Shows.COUNT),
    ListingColumn("skus", "SKUs", Shows.COUNT),
    ListingColumn("clean", "Clean", Shows.COUNT),
    ListingColumn("streams", "Livestreams", Shows.COUNT),
    ListingColumn("errors", "Errors", Shows.COUNT, alarming=True, dash=True),
    ListingColumn("since", "Since last", muted=True),
    ListingColumn("owner", "Owner", muted=True),
    ListingColumn("next", "Next step", width=50.0, wraps=True),
    ListingColumn("warnings", "Warnings", Shows.COUNT, dash=True, printed=False),
    ListingColumn("tier", "Tier", printed=False),
    ListingColumn("wave", "Wave", Shows.COUNT, printed=False),
    ListingColumn("due", "Reply by", Shows.MOMENT, printed=False),
    ListingColumn("told", "Told us", printed=False),
    ListingColumn("replies", "Replies", Shows.COUNT, printed=False),
    ListingColumn("file", "File that counts", printed=False),
    ListingColumn("aside", "Files aside", printed=False),
    ListingColumn("assumed", "Read on an assumption", printed=False),
    ListingColumn("comment", "Seller's comment", printed=False),
    ListingColumn("co_fund", "Co-funds", Shows.FLAG, printed=False),
    ListingColumn("most_co_fund", "Most it co-funds", Shows.MONEY, printed=False),
    ListingColumn("free_shipping_from", "Free shipping from", Shows.MONEY, printed=False),
    ListingColumn("orders_a_day", "Most orders a day", Shows.COUNT, printed=False),
    ListingColumn("contact", "Contact", printed=False),
    ListingColumn("email", "Contact e-mail", printed=False),
    ListingColumn("reach", "Reach on launch night", printed=False),
)
DTYPES = {
    Shows.COUNT: Dtype.COUNT,
    Shows.LIMIT: Dtype.COUNT,
    Shows.MONEY: Dtype.MONEY,
    Shows.PRICE: Dtype.MONEY,
    Shows.MOMENT: Dtype.INSTANT,
    Shows.FLAG: Dtype.FLAG,
}
"""The frame type of what a listing's column shows; everything else is words."""

_OWN_FORM = ("most_co_fund", "free_shipping_from", "orders_a_day", "co_fund")


def roster_sheet(draft: Draft) -> Section:
    """Return the sheet Roster."""
    people = draft.collected.people
    listing = Listing(
        SLUG,
        COLUMNS,
        frame_of([_row(draft, person) for person in people], COLUMNS),
        draft.currency,
        draft.zone,
        frozen=2,
        empty="Nobody is on the sheet Sellers yet",
    )
    parts: tuple[Part, ...] = (*_cards(draft), _tally(draft), listing)
    return Section(SLUG, "Roster", _title(draft), draft.context, parts, source=_source(draft))


def frame_of(rows: Sequence[dict[str, Any]], columns: Sequence[ListingColumn]) -> pd.DataFrame:
    """Return rows as the frame of a listing; a key that a row lacks is missing."""
    keys = {column.key: DTYPES.get(column.shows, Dtype.WORD) for column in columns}
    keys |= {column.leads_to: Dtype.WORD for column in columns if column.leads_to}
    return framed({key: [row.get(key) for row in rows] for key in keys}, len(rows), keys)


def _row(draft: Draft, person: Person) -> dict[str, Any]:
    here = person.reply is not None and person.status is not Status.DECLINED
    numbers = {
        "skus": person.offers.skus,
        "clean": person.offers.clean,
        "streams": person.offers.streams,
        "errors": person.errors,
        "warnings": person.warnings,
    }
    words = {
        "seller_id": person.id,
        "to": draft.returns.get(person.id, ""),
        "shop": person.shop,
        "category": person.said("category") or person.wrote("main_category"),
        "status": person.status.shown,
        "since": person.news,
        "owner": person.said("account_manager"),
        "next": person.next_step,
        "tier": person.said("tier"),
        "told": person.said("reply"),
        "file": person.reply.file if person.reply else "",
        "aside": "; ".join(f"{one.file}: {one.aside}" if one.aside else one.file for one in person.replies[1:]),
        "assumed": "; ".join(person.reply.assumed) if person.reply else "",
        "comment": person.wrote("comment"),
        "contact": person.wrote("contact_name") or person.said("contact_name"),
        "email": person.wrote("contact_email") or person.said("contact_email"),
        "reach": person.wrote("reach"),
    }
    own = {key: value for key in _OWN_FORM if not pd.isna(value := person.form.get(key))}
    return {
        **{key: text or None for key, text in words.items()},
        **(numbers if here else {}),
        **own,
        "received": person.received,
        "round": person.round,
        "due": person.due,
        "wave": wave(person),
        "replies": len(person.replies) or None,
    }


def wave(person: Person) -> int | None:
    """Return the wave of a seller's invitation; 1 where the sheet Sellers says none, None where it is not on it."""
    if not person.row:
        return None
    return int(float(person.said("wave") or 1))


def _title(draft: Draft) -> Sentence:
    counted = Counter(person.status for person in draft.collected.people)
    registered = sum(counted[status] for status in REGISTERED)
    entered = {
        "ready": counted[Status.READY],
        "registered": registered,
        "waiting": counted[Status.FIX] + counted[Status.INCOMPLETE],
        "late": counted[Status.LATE],
        "new": counted[Status.NEW],
        "missing": counted[Status.MISSING],
    }
    ids = {key: draft.count(f"sellers.{key}", f"Sellers {key}", value) for key, value in entered.items()}
    if not registered:
        return say("No registration yet: {%s} are awaited" % ids["missing"])  # noqa: UP031 - a figure's own braces
    pieces = [
        ("waiting", "waits for its seller", "wait for their seller"),
        ("late", "came late", "came late"),
        ("new", "is new", "are new"),
    ]
    told = [f"{{{ids[key]}}} {one if entered[key] == 1 else many}" for key, one, many in pieces if entered[key]]
    noun = "registration is" if registered == 1 else "registrations are"
    head = f"{{{ids['ready']}}} of {{{ids['registered']}}} {noun} ready"
    return say("; ".join([head, ", ".join(told)]) if told else head)


def _cards(draft: Draft) -> list[Card]:
    collected = draft.collected
    found = {goal.slug: goal for goal in goals(collected.case.campaign, collected.people)}
    draft.count("skus.registered", "Registered SKUs", found["skus"].value)
    signs = tuple(status.shown for status in REGISTERED)
    return [
        _card(draft, found["sellers"], "Sellers registered", Live(SLUG, "status", signs)),
        _card(draft, found["skus"], "SKUs registered", Live(SLUG, "skus")),
        _card(draft, found["clean"], "SKUs without an error", Live(SLUG, "clean"), of="skus.registered"),
        _card(draft, found["streams"], "Livestreams", Live(SLUG, "streams")),
    ]


def _card(draft: Draft, goal: Goal, label: str, live: Live, *, of: str = "") -> Card:
    figure = draft.count(f"{goal.slug}.total", label, goal.value)
    if goal.target is None or goal.gap is None:
        return Card(goal.slug, label, figure, of=of, live=live, against=(Against(say("no target set")),))
    wanted = draft.count(f"{goal.slug}.total@target", f"{label}, target", goal.target)
    gap = draft.count(f"{goal.slug}.total@gap", f"{label}, to target", abs(goal.gap))
    if goal.gap < 0:
        line = Against(say(f"▼ {{{gap}}} short of target {{{wanted}}}"), mark=Mark.BAD)
    else:
        line = Against(say(f"▲ {{{gap}}} above target" if goal.gap else "● on target"), mark=Mark.GOOD)
    return Card(goal.slug, label, figure, of=of or wanted, live=live, against=(line,))


def _tally(draft: Draft) -> Tally:
    people = draft.collected.people
    counted = Counter(person.status for person in people)
    shown = [status for status in _TALLIED if counted[status] or status in (Status.READY, Status.FIX, Status.MISSING)]
    shares = tuple(
        Share(
            draft.count(f"status.{status.name.lower()}", status.value, counted[status]),
            status.shown,
            Live(SLUG, "status", (status.shown,)),
        )
        for status in shown
    )
    apart = sum(counted[status] for status in APART)
    whole = draft.count("sellers.all", "Sellers on the roster", len(people))
    words = f"All {{{whole}}} sellers"
    if apart:
        words += f", {{{draft.count('sellers.apart', 'Sellers apart', apart)}}} apart"
    return Tally("status", "Status", say(words), shares)


_TALLIED = (
    Status.READY,
    Status.MISSING,
    Status.FIX,
    Status.DECLINED,
    Status.NEW,
    Status.LATE,
    Status.INCOMPLETE,
    Status.STRANGER,
)
"""In pairs that stand under one another, the commonest first."""


def _source(draft: Draft) -> Sentence:
    link = "the ID leads to the workbook that goes back · " if draft.returns else ""
    return say(
        f"{link}filter by the arrows in the header; the numbers above follow · colour comes from the status word"
    )
