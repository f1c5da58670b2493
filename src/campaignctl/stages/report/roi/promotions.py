"""What each promotion cost, by funder, on the lines bought through it, and what its SKUs sold beyond the usual.

Only lines whose discount agrees with the promotion count as its own; the rest, coupons among it, is told in one sum.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from campaignctl.methods.lift import GAP, Estimate, with_control
from campaignctl.methods.weekly_trend import without_control
from campaignctl.stages.report.basis import Basis
from campaignctl.stages.report.bought import Bought
from campaignctl.stages.report.lift import Lift
from campaignctl.stages.report.lift.rung import Rung
from campaignctl.stages.report.lift.series import Amounts, daily_by
from campaignctl.stages.report.roi.arithmetic import Sold

MOST = 6
"""Promotions that are looked at one by one, those that cost most."""
Bools = NDArray[np.bool_]
SEAM = "\x1f"
"""Stands between the ids of promotions that share a SKU; no id holds it."""
_IDS = ["seller_id", "sku_id", "product_id"]


@dataclass(frozen=True, slots=True)
class Offer:
    """A promotion as it was agreed; ``start`` and ``end`` are aware, half-open."""

    id: str
    title: str
    start: datetime
    end: datetime


@dataclass(frozen=True, slots=True)
class Paid:
    """What a promotion's matched lines were sold for; ``matched`` is their share of all lines it was running for."""

    offer: Offer
    sold: Sold
    matched: float


def offers(basis: Basis) -> dict[str, Offer]:
    """Return the promotions by id: those of the lock, else of the set-up; one without a title goes by its id."""
    lock = basis.inputs.lock
    if lock is None:
        found = [(p.id, p.title, p.window.start, p.window.end) for p in basis.inputs.campaign.promotions if p.window]
    else:
        dated = lock.promotions.dropna(subset=["id", "starts", "ends"]).drop_duplicates("id")
        found = list(dated[["id", "title", "starts", "ends"]].itertuples(index=False, name=None))
    return {id_: Offer(id_, id_ if pd.isna(title) else title, start, end) for id_, title, start, end in found}


def paid_promotions(basis: Basis, held: Bought) -> tuple[Paid, ...]:
    """Return the promotions that counted lines were bought through, the dearest first."""
    if held.by is None:
        return ()
    known, found = offers(basis), []
    lines, by = held.lines[held.counted], held.by[held.counted]
    inside = by["outcome"].ne("outside") & by["promotion_id"].notna()
    for promotion, rows in by[inside].groupby("promotion_id", observed=True):
        own = rows.index[rows["outcome"].eq("matched")]
        if str(promotion) in known and len(own):
            found.append(Paid(known[str(promotion)], sold_of(lines.loc[own]), len(own) / len(rows)))
    return tuple(sorted(found, key=lambda each: (-(each.sold.by_seller + each.sold.by_platform), each.offer.id)))


def matched_share(held: Bought) -> float | None:
    """Return the matched share of all lines that a promotion was running for; None where none was."""
    if held.by is None:
        return None
    outcome = held.by.loc[held.counted & held.by["promotion_id"].notna(), "outcome"]
    inside = outcome.ne("outside")
    return float(outcome[inside].eq("matched").mean()) if inside.any() else None


def sold_of(lines: pd.DataFrame) -> Sold:
    """Return the sums of order lines, in minor units; a blank discount takes nothing off."""
    columns = ("subtotal_before_discount", "seller_discount", "platform_discount")
    return Sold(*(float(lines[name].fillna(0).sum()) for name in columns))


@dataclass(frozen=True, slots=True, eq=False)
class Added:
    """What a promotion's SKUs sold beyond the expected on its days, and all that they sold on those days."""

    estimate: Estimate
    sold: Sold


def added_by(basis: Basis, effect: Lift, held: Bought, chosen: Sequence[Offer]) -> dict[str, Added]:
    """Return what each promotion's SKUs added on its local days, by its id, where that can be estimated.

    The estimator is that of the whole campaign; the days fitted end where the campaign's do.
    """
    skus = {offer.id: _skus(basis, held, offer.id) for offer in chosen}
    own = _own_days(basis, effect, skus)
    found = {offer.id: _added(basis, effect, held, (offer, skus[offer.id], own.get(offer.id))) for offer in chosen}
    return {key: added for key, added in found.items() if added is not None}


def _own_days(basis: Basis, effect: Lift, skus: Mapping[str, pd.DataFrame]) -> dict[str, Amounts]:
    """Return GMV a day of each promotion's SKUs; a SKU of several promotions counts in each of them."""
    if effect.series is None or not skus:
        return {}
    listed = pd.concat([frame.assign(promotion=key) for key, frame in skus.items()], ignore_index=True)
    of_sku = listed.groupby(_IDS, dropna=False)["promotion"].agg(lambda keys: SEAM.join(sorted(set(keys))))
    daily = daily_by(basis.inputs, effect.series, basis.inputs.as_of, of_sku.rename("category").reset_index())
    found: dict[str, Amounts] = {}
    for group, amounts in daily.items():
        for key in group.split(SEAM):
            found[key] = found.get(key, 0) + amounts
    return {key: found[key] for key in skus if key in found}


def _added(basis: Basis, effect: Lift, held: Bought, of: tuple[Offer, pd.DataFrame, Amounts | None]) -> Added | None:
    (offer, skus, own), series = of, effect.series
    if series is None or own is None:
        return None
    first, last = _days(basis, offer)
    start, days = (first - series.first).days, (last - first).days + 1
    inside = start - series.start  # days of the campaign before the promotion are no ordinary days
    try:
        if effect.rung is Rung.CONTROL:
            estimate = with_control(own, series.far, start, days, gap=GAP + inside)
        else:
            estimate = without_control(own, start, days, gap=inside)
    except ValueError:  # a day without sales, or too few days before it
        return None
    whole = skus["sku_id"].isna()
    there = _of(held.lines, skus[~whole], "sku_id") | _of(held.lines, skus[whole], "product_id")
    within = held.lines["paid_day"].between(str(first), str(last))
    return Added(estimate, sold_of(held.lines[there & within]))


def _of(lines: pd.DataFrame, named: pd.DataFrame, key: str) -> Bools:
    """Return which lines are of a seller's ``key`` that is named; two sellers may use one id."""
    known = pd.MultiIndex.from_frame(named[["seller_id", key]].dropna().astype("str"))
    return np.asarray(pd.MultiIndex.from_frame(lines[["seller_id", key]].astype("str")).isin(known))


def _days(basis: Basis, offer: Offer) -> tuple[date, date]:
    zone = basis.inputs.zone
    end = min(offer.end, basis.periods.campaign.end) - timedelta(microseconds=1)
    return max(offer.start, basis.inputs.window.start).astimezone(zone).date(), end.astimezone(zone).date()


def _skus(basis: Basis, held: Bought, promotion: str) -> pd.DataFrame:
    """Return the SKUs named for a promotion; of one that nobody is named for, those bought through it."""
    prices = basis.inputs.prices
    named = None if prices is None else prices.lines[prices.lines["promotion_id"].eq(promotion).fillna(value=False)]
    if named is None or named.empty:
        by = held.by
        named = held.lines if by is None else held.lines[by["promotion_id"].eq(promotion).fillna(value=False)]
    return named[_IDS].drop_duplicates().reset_index(drop=True)


def other_cost(whole: Sold, promotions: Iterable[Paid]) -> Sold:
    """Return what is left of all sales and discounts beside those of the promotions."""
    rest = [whole.listed, whole.by_seller, whole.by_platform]
    for paid in promotions:
        parts = (paid.sold.listed, paid.sold.by_seller, paid.sold.by_platform)
        rest = [left - part for left, part in zip(rest, parts, strict=True)]
    return Sold(*rest)
