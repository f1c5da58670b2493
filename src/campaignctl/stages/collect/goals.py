"""What the campaign wants registered, and what is: sellers, SKUs, livestreams, SKUs without an error."""

from collections.abc import Sequence
from dataclasses import dataclass

from campaignctl.domain.campaign import Campaign
from campaignctl.domain.roster import REGISTERED, Person


@dataclass(frozen=True, slots=True)
class Goal:
    """A count against its target; None where the sheet Targets names none."""

    slug: str
    name: str
    value: int
    target: int | None

    @property
    def gap(self) -> int | None:
        """How far the value lies above its target; below zero is short of it."""
        return None if self.target is None else self.value - self.target


def goals(campaign: Campaign, people: Sequence[Person]) -> tuple[Goal, ...]:
    """Return the campaign's four counts in the order in which a roster shows them."""
    here = [person for person in people if person.status in REGISTERED]
    skus = target(campaign, "Registered SKUs")
    return (
        Goal("sellers", "sellers", len(here), target(campaign, "Registered sellers")),
        Goal("skus", "SKUs", sum(person.offers.skus for person in here), skus),
        Goal("clean", "clean SKUs", sum(person.offers.clean for person in here), skus),
        Goal("streams", "livestreams", sum(person.offers.streams for person in here), target(campaign, "Livestreams")),
    )


def target(campaign: Campaign, metric: str, level: str = "Campaign", name: str = "") -> int | None:
    """Return the target of a metric, or None; ``name`` is a category or a tier."""
    found = (one for one in campaign.targets if one.metric == metric and one.level == level)
    return next((one.value for one in found if not name or one.name.casefold() == name.casefold()), None)
