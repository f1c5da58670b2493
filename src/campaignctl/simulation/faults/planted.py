"""All faults of the demo, family by family."""

from campaignctl.simulation.faults import campaign, files, products, promotions, sellers, stacking
from campaignctl.simulation.faults.planting import Planter


def plant_all(planter: Planter) -> None:
    """Plant every fault the rules know how to find."""
    for family in (stacking, files, products, sellers, promotions, campaign):
        family.plant(planter)
