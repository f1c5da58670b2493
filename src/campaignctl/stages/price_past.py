"""What earlier campaigns used of the platform's money, as their last reports wrote it down.

The report says so by promotion, by tool and for all coupons in one sum; the set-up of that campaign tells which tool a
promotion was.
"""

from collections import Counter
from collections.abc import Iterable
from decimal import Decimal

from campaignctl.domain.campaign import Campaign
from campaignctl.domain.earlier import Earlier, Part, Redeemed
from campaignctl.domain.figures import figure_id, slug
from campaignctl.pricing.expected import apart_from
from campaignctl.stages.report.redemption import COUPONS, PROMISED, PROMOTION, REDEEMED, TOOL


def redeemed(reports: Iterable[Earlier], campaign: Campaign) -> Redeemed | None:
    """Return what a campaign used by the newest of its ``reports`` that tells; None where none does.

    ``reports`` come newest first. One that was made while the campaign ran tells nothing yet.
    """
    for report in reports:
        found = _redeemed(report, campaign)
        if found.by_promotion or found.by_tool or found.coupons:
            return found
    return None


def _redeemed(report: Earlier, campaign: Campaign) -> Redeemed:
    held = Counter(slug(promotion.id) for promotion in campaign.promotions)
    by_promotion = {
        (apart_from(campaign.code, promotion.id), promotion.tool): _part(report, PROMOTION, slug(promotion.id))
        for promotion in campaign.promotions
        if held[slug(promotion.id)] == 1  # of two that read alike nobody knows whose figure it is
    }
    by_tool = {each.tool: _part(report, TOOL, slug(each.tool)) for each in campaign.promotions}
    return Redeemed(
        report.name or campaign.name,
        campaign.currency,
        {key: part for key, part in by_promotion.items() if part is not None},
        {key: part for key, part in by_tool.items() if part is not None},
        _part(report, COUPONS.scope),
    )


def _part(report: Earlier, scope: str, key: str = "") -> Part | None:
    share, promised = (report.values.get(figure_id(term.id, scope, key)) for term in (REDEEMED, PROMISED))
    return None if share is None or promised is None else Part(Decimal(str(share)), Decimal(str(promised)))
