"""The sheets Findings and Since last round: what is wrong now, and what has changed."""

from collections.abc import Iterable
from typing import Any

from campaignctl.domain.document import Section
from campaignctl.domain.findings import Severity
from campaignctl.domain.listing import Listing, ListingColumn, Shows
from campaignctl.domain.roster import Person
from campaignctl.domain.rounds import State, Tracked
from campaignctl.domain.sentences import say
from campaignctl.stages.collect.draft import Draft
from campaignctl.stages.collect.roster_sheet import frame_of

STATES = {State.NEW: "● new", State.OPEN: "○ still open", State.FIXED: "✓ fixed"}
COLUMNS = (
    ListingColumn("severity", "Severity", Shows.STATUS, width=14.0),
    ListingColumn("seller_id", "Seller ID", Shows.ID),
    ListingColumn("shop", "Seller"),
    ListingColumn("where", "Where", leads_to="to"),
    ListingColumn("rule", "Rule", muted=True),
    ListingColumn("value", "Value found"),
    ListingColumn("message", "What is wrong", wraps=True),
    ListingColumn("fix", "How to mend it", wraps=True, muted=True),
    ListingColumn("amount", "At stake", Shows.MONEY),
    ListingColumn("state", "Since last", Shows.STATUS, width=15.0),
    ListingColumn("since", "Since round", Shows.COUNT),
    ListingColumn("owner", "Owner", printed=False),
    ListingColumn("file", "File", printed=False),
)
CHANGES = (
    ListingColumn("change", "Change", Shows.STATUS, width=18.0),
    ListingColumn("seller_id", "Seller ID", Shows.ID),
    ListingColumn("shop", "Seller"),
    ListingColumn("what", "What", wraps=True),
    ListingColumn("was", "Before", muted=True),
    ListingColumn("now", "Now"),
    ListingColumn("where", "Where", leads_to="to"),
    ListingColumn("since", "Since round", Shows.COUNT),
)


def all_findings(draft: Draft) -> Section:
    """Return the sheet Findings: everything that stands, the worst first."""
    tracked = draft.collected.open
    rows = [_finding(draft, one, seller) for one, seller in _with_seller(draft, tracked)]
    errors = draft.count("findings.errors", "Errors", draft.collected.errors)
    sellers = draft.count(
        "findings.sellers", "Sellers with an error", sum(p.errors > 0 for p in draft.collected.people)
    )
    own = draft.count("findings.ours", "Errors in our own files", draft.collected.own_errors)
    title = (
        f"{{{errors}}} errors at {{{sellers}}} sellers" if draft.collected.errors else "No registration has an error"
    )
    if draft.collected.own_errors:
        title += f"; {{{own}}} in the set-up and our other files"
    empty = "No findings: set-up and registrations are as they should be"
    listing = Listing("findings", COLUMNS, frame_of(rows, COLUMNS), draft.currency, draft.zone, 1, empty)
    source = say("Where leads to the cell in the workbook itself · campaignctl rules CODE explains a rule")
    return Section("findings", "Findings", say(title), draft.context, (listing,), source, alarm=True)


def since_last(draft: Draft) -> Section:
    """Return the sheet Since last round: sellers whose status changed, what is fixed, what is new."""
    before = draft.collected.before
    fixed = [one for one in draft.collected.tracked if one.state is State.FIXED]
    new = [one for one in draft.collected.tracked if one.state is State.NEW] if before else []
    rows = [*_moves(draft), *(_change(draft, *one) for one in _with_seller(draft, [*fixed, *new]))]
    if before is None:
        title, empty = "This is the first round: there is nothing to compare it with", "Nothing to compare with"
    else:
        ids = (draft.count("findings.fixed", "Fixed", len(fixed)), draft.count("findings.new", "New", len(new)))
        title = f"{{{ids[0]}}} findings fixed and {{{ids[1]}}} new since round {before.number}"
        empty = "Nothing has changed"
    listing = Listing("since", CHANGES, frame_of(rows, CHANGES), draft.currency, draft.zone, 1, empty)
    source = say(
        "a finding is known by its rule, column, and seller, SKU, promotion or other ID, wherever its row stands"
    )
    return Section("since", "Since last round", say(title), draft.context, (listing,), source)


def _with_seller(draft: Draft, tracked: Iterable[Tracked]) -> list[tuple[Tracked, Person | None]]:
    """Return findings with the seller whose file they stand in, or whom a row of the team's own speaks of."""
    people = {person.id: person for person in draft.collected.people}
    owners = {one: people.get(seller) for seller, found in draft.collected.told.items() for one in found}
    return [(one, owners.get(one) or people.get(one.finding.about.seller)) for one in tracked]


def _finding(draft: Draft, tracked: Tracked, person: Person | None) -> dict[str, Any]:
    finding = tracked.finding
    return {
        "severity": finding.severity.shown,
        **_whose(person),
        "where": " ".join(part for part in (finding.place.sheet, finding.place.spot) if part) or finding.place.file,
        "to": draft.leads_to(finding.place),
        "rule": f"{finding.code} {finding.name}",
        "value": finding.value,
        "message": finding.message,
        "fix": finding.fix,
        "amount": finding.amount,
        "state": STATES[tracked.state] if draft.collected.before else "",
        "since": tracked.since,
        "owner": person.said("account_manager") if person else "",
        "file": finding.place.file,
    }


def _whose(person: Person | None) -> dict[str, Any]:
    return {"seller_id": person.id if person else "", "shop": person.shop if person else ""}


def _moves(draft: Draft) -> list[dict[str, Any]]:
    """Return the sellers whose status is another one than in the round before."""
    before = draft.collected.before
    known = before.statuses if before else {}
    return [
        {
            "change": "● status",
            **_whose(person),
            "what": "Status",
            "was": known.get(person.id, "not on the roster"),
            "now": person.status.value,
            "since": person.round,
        }
        for person in draft.collected.people
        if before and known.get(person.id) != person.status.value
    ]


def _change(draft: Draft, tracked: Tracked, person: Person | None) -> dict[str, Any]:
    finding, fixed = tracked.finding, tracked.state is State.FIXED
    severity = "" if finding.severity is Severity.ERROR else f" ({finding.severity.value})"
    return {
        "change": STATES[tracked.state],
        **_whose(person),
        "what": f"{finding.code} {finding.message}{severity}",
        "was": finding.value if fixed else "",
        "now": "" if fixed else finding.value,
        "where": " ".join(part for part in (finding.place.sheet, finding.place.spot) if part) or finding.place.file,
        "to": "" if fixed else draft.leads_to(finding.place),
        "since": tracked.since,
    }
