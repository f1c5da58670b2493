"""What affiliates may be paid at all: the widest range of all kinds of collaboration."""

from campaignctl.marketplaces.schema import Limit, Profile
from campaignctl.marketplaces.schema.limits import Share


def widest(profile: Profile) -> tuple[Limit[Share], Limit[Share]] | None:
    """Return the least and the most of all collaborations; None when the profile knows of none or they weigh nothing."""
    kinds = [kind for kind in profile.commission.values() if kind.least.severity and kind.most.severity]
    if not kinds:
        return None
    least = min((kind.least for kind in kinds), key=lambda end: end.value)
    return least, max((kind.most for kind in kinds), key=lambda end: end.value)
