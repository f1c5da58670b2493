"""All faults of the demo, family by family."""

from campaignctl.simulation.faults import (
    campaign,
    contacts,
    exceptions,
    files,
    livestreams,
    products,
    promotions,
    replies,
    sellers,
    stacking,
    timeline,
)
from campaignctl.simulation.faults.planting import Planter


def plant_all(planter: Planter) -> None:
    """Plant every fault the rules know how to find."""
    for family in (
        stacking,
        files,
        products,
        replies,
        sellers,
        promotions,
        campaign,
        timeline,
        livestreams,
        contacts,
        exceptions,
    ):
        family.plant(planter)
