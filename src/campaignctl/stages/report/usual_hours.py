"""How much of a running day is usually sold by now: mornings sell less than evenings, and no target knows that."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

from campaignctl.metrics.counting import CAMPAIGN, counted_lines
from campaignctl.metrics.periods import Periods
from campaignctl.stages.report.basis import Basis
from campaignctl.stages.report.hours import sold_by_minute

ENOUGH = 20
"""Minutes with a sale on the days that stand for this one, below which they say nothing of its hours."""


def usual_share(basis: Basis, whole: Periods, day: date) -> Fraction | None:
    """Return which part of ``day`` the earlier days that stand for it had sold by the clock of the as-of time.

    ``whole`` are the periods as if the campaign were over. None where exports tell no hours or too few sales.
    """
    if whole.baseline is None or not basis.tells_hours:
        return None
    lines = counted_lines(basis.inputs.order_lines, basis.inputs.scope, whole)
    sold = sold_by_minute(replace(basis, lines=lines))
    if sold is None:
        return None
    stand_ins = {str(each) for each in whole.baseline.days.get(day, ())}
    before = sold[~sold["period"].eq(CAMPAIGN) & sold["day"].isin(stand_ins) & (sold["worth"] > 0)]
    if len(before) < ENOUGH:
        return None
    local = before["start"].dt.tz_convert(basis.inputs.zone)
    now = basis.periods.campaign.end.astimezone(basis.inputs.zone)
    by_now = before["worth"][local.dt.hour * 60 + local.dt.minute < now.hour * 60 + now.minute]
    return Fraction(int(by_now.sum()), int(before["worth"].sum()))
