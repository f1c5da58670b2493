"""What a roster says of a seller in words: what changed since the last round, and what comes next."""

from datetime import datetime

from campaignctl.domain.findings import Finding, Severity
from campaignctl.domain.roster import REGISTERED, Person, Since, Status
from campaignctl.domain.times import moment_words
from campaignctl.domain.wording import counted


def news(person: Person, *, first_round: bool) -> str:
    """Return ``3 fixed, 2 new`` and the like; blank where there is nothing to compare."""
    if first_round or person.status not in (*REGISTERED, Status.STRANGER):
        return ""
    if person.since.first_time:
        return "first time"
    moved = [f"{count:,} {what}" for count, what in ((person.since.fixed, "fixed"), (person.since.new, "new")) if count]
    return ", ".join(moved) or ("still open" if person.since.open else "no change")


def story(since: Since) -> str:
    """Return all three counts, as the terminal shows them: ``4 fixed, 11 open, 4 new``."""
    counts = ((since.fixed, "fixed"), (since.open, "open"), (since.new, "new"))
    return ", ".join(f"{count:,} {what}" for count, what in counts if count)


def next_step(person: Person, zone: str, as_of: datetime | None) -> str:
    """Return what has to happen next; whether something is overdue is said only of a known ``as_of``."""
    due = _due(person, zone, as_of)
    match person.status:
        case Status.MISSING:
            said = "said yes: " if person.said("reply") == "Accepted" else ""
            return f"{said}ask for the form{due}"
        case Status.FIX | Status.INCOMPLETE:
            return mending(person) + due
        case Status.LATE:
            wrong = f"; {mending(person)}" if person.errors else ""
            return f"decide whether it still counts{wrong}"
        case Status.STRANGER:
            return "invite it on the sheet Sellers, or write back"
        case Status.NEW:
            first = not person.said("last_time_gmv")
            return "look at it by hand: first campaign" if first else "look at it: came since the last round"
        case Status.READY:
            count = person.offers.skus
            return f"decide on its {counted(count, 'SKU')}"
        case Status.DECLINED:
            why = person.wrote("reason") or person.said("reason")
            return f"none ({why})" if why else "none"
        case Status.NOT_YET:
            return "invite it"
        case _:
            return f"none ({person.said('reason')})" if person.said("reason") else "none"


def mending(person: Person) -> str:
    """Return what a seller must mend: the one thing, or how many."""
    errors = [finding for finding in person.findings if finding.severity is Severity.ERROR]
    if not errors:
        return "send the lines" if not person.offers.skus else "fill what is blank"
    if len(errors) == 1:
        return f"{told(errors[0])} ({spot(errors[0])})"
    alike = {finding.name for finding in errors}
    return f"mend {len(errors):,} cells" + (f": {told(errors[0])}" if len(alike) == 1 else "")


def told(finding: Finding) -> str:
    """Return a finding in a few words: the name of its rule."""
    return finding.name.replace("-", " ")


def spot(finding: Finding) -> str:
    """Return a place inside a workbook as formulas write it: ``Products!F7``, the cell or the sheet alone."""
    place = finding.place
    inside = "!".join(part for part in (place.sheet, place.cell) if part) if place.cell else place.sheet
    return inside or place.file.rsplit("/", 1)[-1]


def _due(person: Person, zone: str, as_of: datetime | None) -> str:
    if person.due is None:
        return ""
    moment = moment_words(person.due, zone)
    if as_of is not None and as_of >= person.due:
        return f", overdue since {moment}" if person.status is Status.MISSING else ""
    return f", due {moment}"
