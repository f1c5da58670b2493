"""The rows of cost and return: sellers' money, the platform's, and that of each promotion."""

from campaignctl.metrics.ledger import At
from campaignctl.stages.report.basis import BASELINE, Basis
from campaignctl.stages.report.counts import MATCHED, ROI_WITH_ADS, ROI_WITH_ADS_HIGH, ROI_WITH_ADS_LOW
from campaignctl.stages.report.lift import Lift
from campaignctl.stages.report.roi.answer import Answer, answered
from campaignctl.stages.report.roi.arithmetic import (
    Fee,
    Floats,
    Sold,
    Usual,
    bearable,
    joint_return,
    platforms_return,
    ratio,
    sellers_return,
)
from campaignctl.stages.report.roi.fees import Fees
from campaignctl.stages.report.roi.promotions import Added, Paid

SELLER, PLATFORM = "seller", "platform"
FUNDERS = ("Sellers' money", "Platform's money")
"""What the rows of both are called."""


def of_funders(basis: Basis, effect: Lift | None, sold: Sold, share: float | None, taken: Fees) -> tuple[Answer, ...]:
    """Return the row of each side that spent anything, and enter it; without ``effect`` its costs alone.

    ``share`` is product cost over list value; without it sellers' return is told before product cost.
    """
    draws, usual = None if effect is None else effect.draws, _usual(basis)
    sellers = Answer(At("funder", SELLER), FUNDERS[0], sold.by_seller, 0)
    platform = Answer(At("funder", PLATFORM), FUNDERS[1], 0, sold.by_platform)
    if draws is None:
        found = (answered(basis, sellers, None), answered(basis, platform, None, floor=not taken.complete))
    else:
        by_seller = sellers_return(sold, usual, draws, fees=taken.sellers, cost_share=share)
        by_platform = platforms_return(sold, usual, draws, taken.rates) if taken.rates else None
        bears = bearable(draws, sold, usual, joint=False, fees=taken.sellers) if share is None else None
        _with_ads(basis, by_seller, sold.by_seller)
        found = (
            answered(basis, sellers, by_seller, bears=bears),
            answered(basis, platform, by_platform, floor=not taken.complete),
        )
    return tuple(each for each in found if each.by_seller + each.by_platform > 0)


def of_promotion(
    basis: Basis, added: Added | None, paid: Paid, share: float | None, paid_out: tuple[Fee, ...]
) -> Answer:
    """Return and enter a promotion's row; without what its SKUs sold beyond the usual (``added``) its costs alone."""
    at = At("promotion", paid.offer.id)
    asked = Answer(at, paid.offer.title, paid.sold.by_seller, paid.sold.by_platform)
    basis.ledger.enter(MATCHED, paid.matched, at)
    if added is None:
        return answered(basis, asked, None)
    draws, usual, cost = added.estimate.draws, _usual(basis), paid.sold.by_seller + paid.sold.by_platform
    returns = joint_return(draws, cost, sold=added.sold, usual=usual, cost_share=share, paid_out=paid_out)
    bears = bearable(draws, added.sold, usual, fees=paid_out) if share is None else None
    return answered(basis, asked, returns, bears=bears)


def _usual(basis: Basis) -> Usual:
    """Return what each side takes off on the baseline's days; nothing where there is no baseline."""
    paid, *off = (
        basis.ledger.value(metric, At(period=BASELINE)) for metric in ("gmv", "seller_discount", "platform_discount")
    )
    return Usual(*(float(amount or 0) / float(paid) for amount in off)) if paid else Usual()


def _with_ads(basis: Basis, returns: Floats, spent: float) -> None:
    """Enter sellers' ratio with ads counted as cost, all of them: nothing tells which sales they brought."""
    ads = float(basis.ledger.value("ad_cost") or 0) * 10**basis.ledger.currency.decimals
    found = ratio(returns, spent + ads)
    if ads <= 0 or spent <= 0 or found is None:
        return
    at = At("funder", SELLER)
    basis.ledger.enter(ROI_WITH_ADS, found.middle, at, interval=(found.low, found.high))
    basis.ledger.enter(ROI_WITH_ADS_LOW, found.low, at)
    basis.ledger.enter(ROI_WITH_ADS_HIGH, found.high, at)
