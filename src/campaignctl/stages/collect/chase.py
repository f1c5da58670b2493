"""The sheet Chase: whom each account manager must write to, and what to ask for."""

from itertools import groupby

from campaignctl.domain.document import Section, Text
from campaignctl.domain.listing import Listing, ListingColumn, Shows
from campaignctl.domain.roster import TO_CHASE, Person
from campaignctl.domain.sentences import say
from campaignctl.stages.collect.draft import Draft
from campaignctl.stages.collect.roster_sheet import frame_of

COLUMNS = (
    ListingColumn("owner", "Account manager", strong=True),
    ListingColumn("seller_id", "Seller ID", Shows.ID, leads_to="to"),
    ListingColumn("shop", "Seller"),
    ListingColumn("status", "Status", Shows.STATUS, width=18.0),
    ListingColumn("ask", "What to ask for", width=52.0),
    ListingColumn("due", "Reply by", Shows.MOMENT),
    ListingColumn("errors", "Errors", Shows.COUNT, alarming=True, dash=True),
    ListingColumn("since", "Since last", muted=True),
    ListingColumn("contact", "Contact"),
    ListingColumn("email", "Contact e-mail"),
    ListingColumn("language", "Language", muted=True),
    ListingColumn("note", "Note of ours", muted=True, printed=False),
)
NOBODY = "nobody"


def chase(draft: Draft) -> Section:
    """Return the sheet Chase, grouped by account manager, the nearest deadline first."""
    collected = draft.collected
    wanted = sorted((person for person in collected.people if person.status in TO_CHASE), key=_order)
    rows = [
        {
            "owner": owner_of(person),
            "seller_id": person.id,
            "to": draft.returns.get(person.id, ""),
            "shop": person.shop,
            "status": person.status.shown,
            "ask": person.next_step,
            "due": person.due,
            "errors": person.errors if person.reply else None,
            "since": person.news,
            "contact": person.wrote("contact_name") or person.said("contact_name"),
            "email": person.wrote("contact_email") or person.said("contact_email"),
            "language": person.said("language"),
            "note": person.said("note"),
        }
        for person in wanted
    ]
    listing = Listing(
        "chase", COLUMNS, frame_of(rows, COLUMNS), draft.currency, draft.zone, 3, "Nobody has to be chased"
    )
    managers = _managers(draft, wanted)
    total = draft.count("chase.total", "Sellers to chase", len(wanted))
    title = f"{{{total}}} sellers to chase" if wanted else "Nobody has to be chased"
    parts = (Text("chase-managers", (say(managers),)), listing) if managers else (listing,)
    return Section("chase", "Chase", say(title), draft.context, parts, say("one row a seller, by account manager"))


def owner_of(person: Person) -> str:
    """Return who looks after a seller."""
    return person.said("account_manager") or NOBODY


def _order(person: Person) -> tuple[str, bool, float, int, str]:
    due = person.due.timestamp() if person.due else 0.0
    return (owner_of(person), person.due is None, due, person.status.rank, person.id)


def _managers(draft: Draft, wanted: list[Person]) -> str:
    """Return how many each account manager has to chase, in one line."""
    found = []
    for number, (owner, group) in enumerate(groupby(wanted, key=owner_of), 1):
        count = draft.count(f"chase.owner.{number}", f"To chase: {owner}", len(list(group)))
        found.append(owner.replace("{", "(").replace("}", ")") + f" {{{count}}}")
    return " · ".join(found)
