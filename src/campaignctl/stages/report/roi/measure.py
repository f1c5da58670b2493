"""Cost, return and ratio of each funder and promotion, entered as figures, each with the interval of the lift."""

from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from campaignctl.metrics.ledger import At
from campaignctl.stages.report.basis import BASELINE, Basis
from campaignctl.stages.report.bought import Bought
from campaignctl.stages.report.counts import (
    COST_KNOWN,
    MATCHED,
    PLATFORM_COST,
    ROI,
    ROI_BEARS,
    ROI_COST,
    ROI_HIGH,
    ROI_LOW,
    ROI_RETURN,
    ROI_RETURN_HIGH,
    ROI_RETURN_LOW,
    ROI_WITH_ADS,
    ROI_WITH_ADS_HIGH,
    ROI_WITH_ADS_LOW,
    SELLER_COST,
)
from campaignctl.stages.report.lift import Lift
from campaignctl.stages.report.lift.rung import Rung
from campaignctl.stages.report.roi.arithmetic import (
    Fee,
    Floats,
    Interval,
    Sold,
    Usual,
    Verdict,
    at_least,
    bearable,
    chance,
    joint_return,
    platforms_return,
    ratio,
    sellers_return,
    verdict,
)
from campaignctl.stages.report.roi.fees import NONE, Fees, fees_of
from campaignctl.stages.report.roi.promotions import (
    MOST,
    Added,
    Paid,
    added_by,
    matched_share,
    other_cost,
    paid_promotions,
    sold_of,
)
from campaignctl.stages.report.times import day_words

KNOWN_COST = 0.8
"""The share of GMV whose product cost must be known before a return is called contribution."""
SELLER, PLATFORM = "seller", "platform"
REST = "(others)"


@dataclass(frozen=True, slots=True)
class Answer:
    """One row: where its figures stand, what was spent, the ratio and its verdict; both None where no ROI is given.

    A ratio of which only a part of the return is known has no upper end: it is at least this. ``bears`` is the product
    cost, over list value, up to which it pays; told only of a return before product cost that is above break-even.
    """

    at: At
    name: str
    by_seller: float
    by_platform: float
    found: Interval | None = None
    verdict: Verdict | None = None
    brought: float = 0.0
    chance: float = 1.0
    bears: float | None = None


@dataclass(frozen=True, slots=True)
class Payback:
    """What the campaign's discounts cost and brought. ``cost_share`` is None where too few product costs are known.

    ``why`` says, where no ROI may be given, what stands against it; ``on_trend`` that what was added is told
    without comparison shops.
    """

    funders: tuple[Answer, ...]
    promotions: tuple[Answer, ...] = ()
    rest: Answer | None = None
    cost_share: float | None = None
    why: str = ""
    fees: Fees = NONE
    on_trend: bool = False


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
    why = _against(effect) or _not_over(basis)
    share = _cost_share(basis, lines)
    fees = fees_of(basis)
    funders = _funders(basis, None if why else effect, sold, share, fees)
    paid = paid_promotions(basis, held)
    shown = paid[:MOST]
    added = {} if why else added_by(basis, effect, held, [each.offer for each in shown])
    promotions = tuple(_promotion(basis, added.get(each.offer.id), each, share, fees.paid_out) for each in shown)
    rest = other_cost(sold, shown)
    matched = matched_share(held)
    if matched is not None:
        basis.ledger.enter(MATCHED, matched)
    left = Answer(At("promotion", REST), "", rest.by_seller, rest.by_platform)
    if promotions:
        _costs(basis, left)
    on_trend = not why and effect.rung is Rung.TREND
    return Payback(funders, promotions, left if promotions else None, share, why, fees, on_trend)


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
    return f"{day} is not over, and a lift is of whole days; --as-of its midnight tells the return up to then"


def _cost_share(basis: Basis, lines: pd.DataFrame) -> float | None:
    """Return product cost over list value where it is known for enough of GMV, and enter for how much it is."""
    prices = basis.inputs.prices
    if prices is None or "unit_cost" not in prices.lines:
        return None
    costs = prices.lines.dropna(subset=["sku_id", "unit_cost"]).drop_duplicates(["seller_id", "sku_id"])
    keys = ["seller_id", "sku_id"]
    asked = lines[keys].astype("str").reset_index(drop=True)
    known = costs[[*keys, "unit_cost"]].astype(dict.fromkeys(keys, "str"))
    cost = asked.merge(known, on=keys, how="left")["unit_cost"].to_numpy("float64", na_value=np.nan)
    paid, listed, units = (
        lines[name].to_numpy("float64", na_value=np.nan)
        for name in ("subtotal_after_discount", "subtotal_before_discount", "quantity")
    )
    told = ~np.isnan(cost) & ~np.isnan(listed) & ~np.isnan(units)
    whole, worth = np.nansum(paid), listed[told].sum()
    if whole <= 0:
        return None
    share = float(np.nansum(paid[told]) / whole)
    basis.ledger.enter(COST_KNOWN, share)
    return float((cost[told] * units[told]).sum() / worth) if share >= KNOWN_COST and worth > 0 else None


def _usual(basis: Basis) -> Usual:
    """Return what each side takes off on the baseline's days; nothing where there is no baseline."""
    paid, *off = (
        basis.ledger.value(metric, At(period=BASELINE)) for metric in ("gmv", "seller_discount", "platform_discount")
    )
    return Usual(*(float(amount or 0) / float(paid) for amount in off)) if paid else Usual()


def _funders(basis: Basis, effect: Lift | None, sold: Sold, share: float | None, taken: Fees) -> tuple[Answer, ...]:
    fees, usual = taken.rates, _usual(basis)
    draws = None if effect is None else effect.draws
    by_seller = None if draws is None else sellers_return(sold, usual, draws, fees=taken.sellers, cost_share=share)
    by_platform = None if draws is None or not fees else platforms_return(sold, usual, draws, fees)
    bears = (
        None if draws is None or share is not None else bearable(draws, sold, usual, joint=False, fees=taken.sellers)
    )
    if by_seller is not None:
        _with_ads(basis, by_seller, sold.by_seller)
    found = [
        _answer(basis, At("funder", SELLER), "Sellers' money", Sold(0, sold.by_seller, 0), by_seller, bears=bears),
        _answer(
            basis,
            At("funder", PLATFORM),
            "Platform's money",
            Sold(0, 0, sold.by_platform),
            by_platform,
            floor=not taken.complete,
        ),
    ]
    return tuple(each for each in found if each.by_seller + each.by_platform > 0)


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


def _promotion(basis: Basis, added: Added | None, paid: Paid, share: float | None, paid_out: tuple[Fee, ...]) -> Answer:
    at, cost = At("promotion", paid.offer.id), paid.sold.by_seller + paid.sold.by_platform
    basis.ledger.enter(MATCHED, paid.matched, at)
    returns = bears = None
    if added is not None:
        draws, usual = added.estimate.draws, _usual(basis)
        returns = joint_return(draws, cost, sold=added.sold, usual=usual, cost_share=share, paid_out=paid_out)
        bears = bearable(draws, added.sold, usual, fees=paid_out) if share is None else None
    return _answer(basis, at, paid.offer.title, paid.sold, returns, bears=bears)


def _answer(  # noqa: PLR0913 - a row's place, name, cost and returns
    basis: Basis,
    at: At,
    name: str,
    cost: Sold,
    returns: Floats | None,
    *,
    floor: bool = False,
    bears: float | None = None,
) -> Answer:
    spent = cost.by_seller + cost.by_platform
    found = None if returns is None else ratio(returns, spent)
    if floor:
        found = at_least(found)
    answer = Answer(at, name, cost.by_seller, cost.by_platform, found, verdict(found))
    if returns is not None and found is not None:
        told = bears if answer.verdict is Verdict.PAID else None
        answer = replace(answer, brought=float(np.median(returns)), chance=chance(returns, spent), bears=told)
    _costs(basis, answer)
    if found is not None and returns is not None:
        _enter(basis, answer, returns)
    return answer


def _costs(basis: Basis, answer: Answer) -> None:
    ledger = basis.ledger
    ledger.enter(ROI_COST, ledger.money(round(answer.by_seller + answer.by_platform)), answer.at)
    if answer.at.scope == "promotion":
        ledger.enter(SELLER_COST, ledger.money(round(answer.by_seller)), answer.at)
        ledger.enter(PLATFORM_COST, ledger.money(round(answer.by_platform)), answer.at)


def _enter(basis: Basis, answer: Answer, returns: Floats) -> None:
    found, ledger = answer.found, basis.ledger
    if found is None:
        return
    low, middle, high = (ledger.money(round(float(v))) for v in np.percentile(returns, [2.5, 50, 97.5]))
    closed = found.is_closed
    ledger.enter(ROI, found.middle, answer.at, interval=(found.low, found.high) if closed else None)
    ledger.enter(ROI_LOW, found.low, answer.at)
    if answer.bears is not None:
        ledger.enter(ROI_BEARS, answer.bears, answer.at)
    ledger.enter(ROI_RETURN, middle, answer.at, interval=(low, high) if closed else None)
    ledger.enter(ROI_RETURN_LOW, low, answer.at)
    if closed:
        ledger.enter(ROI_HIGH, found.high, answer.at)
        ledger.enter(ROI_RETURN_HIGH, high, answer.at)
