"""The earlier campaigns that a set-up names in Compare with, and what they left on record."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from campaignctl.cli.environment import Environment
from campaignctl.domain.errors import CannotRead

if TYPE_CHECKING:  # the readers and the stage bring pandas with them
    from campaignctl.domain.earlier import Redeemed
    from campaignctl.folder.files import CampaignFiles
    from campaignctl.rules.case import Case

FIGURES = "figures"
"""The kind of record in which a campaign's reports keep their figures."""


def compared_with(files: "CampaignFiles", case: "Case") -> Iterator[tuple[str, Path | None]]:
    """Yield every name in Compare with and the folder it means, None where no campaign is there."""
    from campaignctl.folder.files import beside

    for name in filter(None, map(str.strip, str(case.field("compare_with") or "").split(";"))):
        yield name, beside(files.folder, name)


def redeemed_before(environment: Environment, files: "CampaignFiles", case: "Case") -> "tuple[Redeemed, ...]":
    """Return what earlier campaigns used of the platform's money, the most comparable first; one without is named.

    Last come reports of this folder from before its campaign begins: a folder that was copied for it brought them.
    """
    from campaignctl.readers.earlier_figures import newest_first
    from campaignctl.stages.price_past import redeemed

    found = []
    for name, place in compared_with(files, case):
        told = None if place is None else _redeemed(place)
        if told is None:
            environment.tell(f"No report in {name} (Compare with) tells what its promotions used: done without.")
        else:
            found.append(told)
    window = case.campaign.window
    copied = redeemed(newest_first(files.folder, FIGURES, window.start), case.campaign) if window else None
    return (*found, copied) if copied else tuple(found)


def _redeemed(place: Path) -> "Redeemed | None":
    from campaignctl.folder.files import find
    from campaignctl.readers.campaign_folder import read_setup
    from campaignctl.readers.earlier_figures import newest_first
    from campaignctl.rules.case import case_of
    from campaignctl.stages.price_past import redeemed

    try:
        campaign = case_of(read_setup(find(place))).campaign
    except CannotRead:
        return None
    return redeemed(newest_first(place, FIGURES), campaign)
