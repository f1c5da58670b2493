"""What detectors may know of cost and return: each promotion with a ratio, its interval and its chance."""

from campaignctl.insights.facts import PaidBack
from campaignctl.stages.report.roi.measure import Payback


def paid_back(found: Payback | None) -> tuple[PaidBack, ...]:
    """Return the promotions that a return could be estimated of."""
    if found is None:
        return ()
    return tuple(
        PaidBack(
            answer.name,
            round(answer.by_seller + answer.by_platform),
            round(answer.brought),
            answer.found.low,
            answer.found.high,
            answer.chance,
            "margin" if found.cost_share is not None else "sales before product cost",
            answer.bears,
        )
        for answer in found.promotions
        if answer.found is not None
    )
