"""Days that one shop's exports lack: what they are, and what is told without them."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from campaignctl.domain.findings import Finding
from campaignctl.domain.wording import counted
from campaignctl.stages.report.basis import Basis
from campaignctl.stages.report.doubts.amounts import place_of
from campaignctl.stages.report.doubts.naming import doubt
from campaignctl.stages.report.lift.effect import Lift
from campaignctl.stages.report.times import full_day


def shop_days(basis: Basis, effect: Lift) -> Iterator[Finding]:
    """Yield, for every shop with a hole in its exports, which days it lacks and what becomes of them."""
    taking_part = basis.inputs.scope.sellers
    for seller, days in basis.shop_holes.items():
        inside = [day for day in days if day in basis.periods.all_days]
        told = []
        if inside:
            told.append(
                f"{counted(len(inside), 'day')} of the campaign {'counts' if len(inside) == 1 else 'count'} "
                "as nothing sold there"
            )
        if seller in basis.reach.holed:
            told.append("its baseline is made of the weeks without them")
        elif len(inside) < len(days) and _in_baseline(basis, days) and seller in taking_part:
            told.append("its baseline counts them as nothing sold")
        if effect.estimate is not None and effect.series is not None and seller in effect.series.holed:
            told.append("what the campaign brought is told without it")
        lacks = f"the exports of {basis.seller(seller)} hold no order of {_spans(days)}"
        message = f"{lacks}, though it sells nearly every day"
        fix = "Ask the shop whether it was closed then; else for its orders of those days."
        yield doubt("DAT126", place_of(seller), "; ".join([message, *told]), fix)


def _in_baseline(basis: Basis, days: Sequence[date]) -> bool:
    usual = basis.periods.baseline
    return usual is not None and any(day in days for stand_ins in usual.days.values() for day in stand_ins)


def _spans(days: Sequence[date]) -> str:
    """Return ``Mon Oct 5 to Wed Oct 14``, with ``and 2 more stretches`` where there are several."""
    last = next((day for day in days if day + timedelta(days=1) not in days), days[-1])
    first = full_day(days[0]) if last == days[0] else f"{full_day(days[0])} to {full_day(last)}"
    more = sum(day - timedelta(days=1) not in days for day in days) - 1
    return first if not more else f"{first} and of {counted(more, 'more stretch', 'more stretches')}"
