"""The sheet Counts: who and what is registered per category, tier, wave and account manager, against target."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import Any

from campaignctl.domain.document import Section
from campaignctl.domain.listing import Listing, ListingColumn, Shows
from campaignctl.domain.roster import REGISTERED, Person, Status
from campaignctl.domain.sentences import say
from campaignctl.stages.collect.chase import owner_of
from campaignctl.stages.collect.draft import Draft
from campaignctl.stages.collect.goals import target
from campaignctl.stages.collect.roster_sheet import frame_of, wave

_COUNTED = (
    ("ready", "Ready", (Status.READY, Status.NEW)),
    ("fix", "Fix needed", (Status.FIX, Status.INCOMPLETE)),
    ("late", "Late", (Status.LATE,)),
    ("missing", "Missing", (Status.MISSING,)),
    ("declined", "Declined", (Status.DECLINED, Status.WITHDRAWN)),
)
COLUMNS = (
    ListingColumn("level", "By", muted=True),
    ListingColumn("name", "Name", strong=True),
    ListingColumn("invited", "Invited", Shows.COUNT, "Sellers", dash=True),
    ListingColumn("registered", "Registered", Shows.COUNT, "Sellers", dash=True),
    ListingColumn("sellers_target", "Target", Shows.COUNT, "Sellers", muted=True),
    ListingColumn("sellers_gap", "To target", Shows.COUNT, "Sellers", signed=True),
    *(ListingColumn(key, title, Shows.COUNT, "Of them", dash=True) for key, title, _ in _COUNTED),
    ListingColumn("skus", "SKUs", Shows.COUNT, "SKUs", dash=True),
    ListingColumn("clean", "Clean", Shows.COUNT, "SKUs", dash=True),
    ListingColumn("skus_target", "SKU target", Shows.COUNT, "SKUs", muted=True),
    ListingColumn("skus_gap", "SKUs to target", Shows.COUNT, "SKUs", signed=True),
    ListingColumn("streams", "Livestreams", Shows.COUNT, "Livestreams", dash=True),
    ListingColumn("streams_target", "Stream target", Shows.COUNT, "Livestreams", muted=True),
    ListingColumn("streams_gap", "Streams to target", Shows.COUNT, "Livestreams", signed=True),
)
_LEVELS: tuple[tuple[str, Callable[[Person], str]], ...] = (
    ("Category", lambda person: person.said("category") or person.wrote("main_category")),
    ("Tier", lambda person: person.said("tier")),
    ("Wave", lambda person: str(wave(person) or "")),
    ("Account manager", owner_of),
)


def counts(draft: Draft) -> Section:
    """Return the sheet Counts."""
    listed = [person for person in draft.collected.people if person.status is not Status.STRANGER]
    rows = [_counted(draft, "Campaign", draft.collected.case.campaign.name, listed)] if listed else []
    for level, name_of in _LEVELS:
        groups: dict[str, list[Person]] = defaultdict(list)
        for person in listed:
            groups[name_of(person)].append(person)
        rows += [_counted(draft, level, name, groups[name]) for name in sorted(groups)]
    here = [person for person in listed if person.status in REGISTERED]
    title = "Nobody is registered yet"
    if here:
        categories = {_LEVELS[0][1](person) for person in here}
        ids = (
            draft.count("counts.sellers", "Sellers registered", len(here)),
            draft.count("counts.categories", "Categories", len(categories)),
        )
        one = "category" if len(categories) == 1 else "categories"
        title = f"{{{ids[0]}}} sellers from {{{ids[1]}}} {one} are registered"
    listing = Listing("counts", COLUMNS, frame_of(rows, COLUMNS), draft.currency, draft.zone, 2, "Nobody was invited")
    source = say("targets from the sheet Targets; of SKUs, where it names none, the sum of the sellers' own")
    return Section("counts", "Counts", say(title), draft.context, (listing,), source)


def _counted(draft: Draft, level: str, name: str, people: Sequence[Person]) -> dict[str, Any]:
    here = [person for person in people if person.status in REGISTERED]
    found: dict[str, Any] = {"level": level, "name": name or "(blank)", "registered": len(here)}
    found["invited"] = sum(person.status is not Status.NOT_YET for person in people)
    for key, _, statuses in _COUNTED:
        found[key] = sum(person.status in statuses for person in people)
    sums = {
        "skus": sum(person.offers.skus for person in here),
        "clean": sum(person.offers.clean for person in here),
        "streams": sum(person.offers.streams for person in here),
    }
    goals = {
        "sellers": (_goal(draft, "Registered sellers", level, name), len(here)),
        "skus": (_goal(draft, "Registered SKUs", level, name) or _own(people), sums["skus"]),
        "streams": (_goal(draft, "Livestreams", level, name), sums["streams"]),
    }
    for key, (goal, value) in goals.items():
        found |= {f"{key}_target": goal, f"{key}_gap": None if goal is None else value - goal}
    return found | sums


def _goal(draft: Draft, metric: str, level: str, name: str) -> int | None:
    if level not in ("Campaign", "Category", "Tier"):
        return None
    return target(draft.collected.case.campaign, metric, level, "" if level == "Campaign" else name)


def _own(people: Sequence[Person]) -> int | None:
    """Return the sum of the sellers' own SKU targets, where any has one."""
    given = [int(float(words)) for person in people if (words := person.said("sku_target"))]
    return sum(given) if given else None
