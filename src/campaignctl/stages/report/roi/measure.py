"""Cost, return and ratio of each funder and promotion, entered as figures, each with the interval of the lift."""

from dataclasses import dataclass

from campaignctl.metrics.ledger import At
from campaignctl.stages.report.basis import Basis
from campaignctl.stages.report.bought import Bought
from campaignctl.stages.report.counts import MATCHED, OTHER_PROMOTIONS
from campaignctl.stages.report.lift import Lift
from campaignctl.stages.report.lift.rung import Rung
from campaignctl.stages.report.roi.answer import Answer, enter_costs
from campaignctl.stages.report.roi.fees import NONE, Fees, fees_of
from campaignctl.stages.report.roi.product_cost import cost_share
from campaignctl.stages.report.roi.promotions import (
    MOST,
    added_by,
    matched_share,
    other_cost,
    paid_promotions,
    sold_of,
)
from campaignctl.stages.report.roi.rows import of_funders, of_promotion
from campaignctl.stages.report.times import day_words

REST = "(others)"


@dataclass(frozen=True, slots=True)
class Payback:
    """What the campaign's discounts cost and brought. ``cost_share`` is None where too few product costs are known.

    ``why`` says, where no ROI may be given, what stands against it; ``on_trend`` that what was added is told
    without comparison shops. ``others`` is how many promotions are not told one by one; ``rest`` holds their cost.
    """

    funders: tuple[Answer, ...]
    promotions: tuple[Answer, ...] = ()
    rest: Answer | None = None
    cost_share: float | None = None
    why: str = ""
    fees: Fees = NONE
    on_trend: bool = False
    others: int = 0


def measure_payback(basis: Basis, effect: Lift, held: Bought | None) -> Payback | None:
    """Return what the discounts cost and brought, and enter it; None without order lines or any discount."""
    if held is None or not held.counted.any():
        return None
    lines = held.lines[held.counted]
    if lines["seller_discount"].isna().all() and lines["platform_discount"].isna().all():
        return None
    sold = sold_of(lines)
    if sold.by_seller + sold.by_platform <= 0:
        return None
    why = _against(effect) or _not_over(basis) or _without(effect)
    share = cost_share(basis, lines)
    fees = fees_of(basis)
    funders = of_funders(basis, None if why else effect, sold, share, fees)
    paid = paid_promotions(basis, held)
    shown = paid[:MOST]
    added = {} if why else added_by(basis, effect, held, [each.offer for each in shown])
    promotions = tuple(of_promotion(basis, added.get(each.offer.id), each, share, fees.paid_out) for each in shown)
    rest = other_cost(sold, shown)
    matched = matched_share(held)
    if matched is not None:
        basis.ledger.enter(MATCHED, matched)
    left = Answer(At("promotion", REST), "", rest.by_seller, rest.by_platform)
    if promotions:
        enter_costs(basis, left)
    if others := len(paid) - len(shown):
        basis.ledger.enter(OTHER_PROMOTIONS, others)
    on_trend = not why and effect.rung is Rung.TREND
    return Payback(funders, promotions, left if promotions else None, share, why, fees, on_trend, others)


def _against(effect: Lift) -> str:
    """Return what stands against any ROI, or nothing."""
    if effect.estimate is None:
        return f"it needs what the campaign brought, and that needs {effect.standing.lacks}"
    if effect.verdict is None:
        return "too few fake dates could be tried for a verdict on the effect"
    return "" if effect.verdict else "the effect is not distinguishable from zero"


def _not_over(basis: Basis) -> str:
    """Return that a day is not over, where one is not: its discount is known, and what it brought is not."""
    if basis.periods.partial is None:
        return ""
    day = day_words(basis.periods.partial)
    return f"{day} is not over, and a lift is of whole days; a report as of its midnight tells the return up to then"


def _without(effect: Lift) -> str:
    """Return that shops are missing in what the campaign brought, where some are: their discount has its cost."""
    many = effect.series.left_out if effect.series is not None else 0
    shops = "a shop whose exports begin" if many == 1 else f"{many:,} shops whose exports begin"
    return f"what the campaign brought is told without {shops} too late" if many else ""
