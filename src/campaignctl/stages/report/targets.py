"""What the campaign should bring: targets in total, by category, by seller and by day.

A campaign target without day targets is spread over the days as the baseline runs through the week. While the
campaign runs, every target is the part that is due by the as-of time; the whole one stands beside it. A running day is
due as the days that stand for it usually run, or by the clock where nobody knows their hours.
"""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction

from campaignctl.domain.campaign import Target
from campaignctl.metrics.catalogue import metrics
from campaignctl.metrics.ledger import TOTAL, At, Number
from campaignctl.metrics.metric import Metric, Unit
from campaignctl.metrics.periods import share_of_day
from campaignctl.stages.report.basis import Basis

TARGET, WHOLE_TARGET = "target", "whole_target"


def enter_targets(basis: Basis, shape: Mapping[date, Decimal], by_now: Fraction | None = None) -> None:
    """Enter every target of the set-up whose metric, category, seller or day the report knows.

    ``shape`` weighs each day of the whole window. Zero, or less, is no target: nothing can fall short of it.
    ``by_now`` is which part of the running day is usually sold by the as-of time; None counts it by the clock.
    """
    by_word = {page.target.casefold(): page for page in metrics().values() if page.target}
    meant = [target for target in basis.inputs.campaign.targets if target.value > 0]
    known = [(by_word[t.metric.casefold()], t) for t in meant if t.metric.casefold() in by_word]
    whole = _day_targets(basis, known, shape)
    part = {day: _reached(basis, day) for day in whole}
    if by_now is not None:
        part[basis.days[-1]] = by_now
    reached = {day: value * part[day] for day, value in whole.items()}
    due = Fraction(sum(reached.values()), sum(whole.values())) if sum(whole.values()) else Fraction(1)
    for page, target in known:
        at = _place(basis, target)
        if at is not None:
            _enter(basis, page, at, target.value, due)
    for seller in basis.inputs.campaign.sellers:
        if seller.id in basis.unread.unjudged:
            continue  # what it lacks is not known
        aim = seller.gmv_target or 0
        if aim > 0 and seller.id in basis.sellers:
            _enter(basis, basis.gmv, At("seller", seller.id), aim, due)
    if _has_money(known):
        for day in basis.days:
            basis.ledger.enter(basis.gmv, _money(basis, reached[day]), At("day", str(day), TARGET))


def _has_money(known: list[tuple[Metric, Target]]) -> bool:
    return any(page.id == "gmv" and target.level.casefold() in {"campaign", "day"} for page, target in known)


def _reached(basis: Basis, day: date) -> Fraction:
    """Return how much of a day of the window lies before the as-of time, by the clock."""
    if basis.periods.is_over:
        return Fraction(1)
    whole = share_of_day(basis.inputs.window, day, basis.inputs.zone)
    return share_of_day(basis.periods.campaign, day, basis.inputs.zone) / whole if whole else Fraction(0)


def _day_targets(
    basis: Basis, known: list[tuple[Metric, Target]], shape: Mapping[date, Decimal]
) -> dict[date, Fraction]:
    """Return the GMV target of each day of the whole window, in minor units: as set, else spread by ``shape``."""
    gmv = [target for page, target in known if page.id == "gmv"]
    set_days = {t.name.strip(): t.value for t in gmv if t.level.casefold() == "day"}
    if set_days:
        return {day: Fraction(set_days.get(str(day), 0)) for day in basis.periods.all_days}
    total = next((t.value for t in gmv if t.level.casefold() == "campaign"), None)
    parts = apportion(total or 10**9, [shape[day] for day in basis.periods.all_days])
    return dict(zip(basis.periods.all_days, map(Fraction, parts), strict=True))


def apportion(total: int, weights: list[Decimal]) -> list[int]:
    """Return ``total`` in whole parts by weight that add up to it; what is left goes to the largest remainders."""
    whole = sum(weights)
    exact = [Fraction(weight) * total / Fraction(whole) for weight in weights]
    parts = [int(part) for part in exact]
    by_remainder = sorted(range(len(exact)), key=lambda n: (parts[n] - exact[n], n))
    for n in by_remainder[: total - sum(parts)]:
        parts[n] += 1
    return parts


def _place(basis: Basis, target: Target) -> At | None:
    match target.level.casefold():
        case "campaign":
            return TOTAL
        case "category":
            named = {key.casefold(): key for key in basis.categories if key is not None}
            key = named.get(target.name.strip().casefold())
            return None if key is None else At("category", key)
        case _:
            return None  # tiers are not broken down here; days are entered together


def _enter(basis: Basis, page: Metric, at: At, value: int, due: Fraction) -> None:
    so_far = due if page.grows_with_time else Fraction(1)
    basis.ledger.enter(page, _natural(basis, page, value * so_far), at.on(TARGET))
    if so_far != 1:
        basis.ledger.enter(page, _natural(basis, page, Fraction(value)), at.on(WHOLE_TARGET))


def _natural(basis: Basis, page: Metric, value: Fraction) -> Number:
    return _money(basis, value) if page.unit is Unit.MONEY else round(value)


def _money(basis: Basis, minor: Fraction) -> Decimal:
    return basis.ledger.money(Decimal(minor.numerator) / Decimal(minor.denominator))
