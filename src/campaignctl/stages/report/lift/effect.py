"""The effect of the campaign, entered as figures: estimate, interval, money, fake dates, and what was only moved.

Which estimator runs the data decide; whatever is shown names it and says what would make it better.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np

from campaignctl.domain.formats import Format
from campaignctl.methods.fake_dates import distinguishable, fake_starts, on_fake_dates
from campaignctl.methods.lift import Estimate, net, with_control
from campaignctl.methods.near_and_far import net_of_near, taken
from campaignctl.methods.weekly_trend import without_control
from campaignctl.metrics.ledger import TOTAL, At
from campaignctl.stages.report.basis import Basis
from campaignctl.stages.report.counts import FAKE_DATES, FAR_SHOPS, HISTORY
from campaignctl.stages.report.lift.rung import Rung, Standing, shared, standing
from campaignctl.stages.report.lift.series import Series, series_of
from campaignctl.stages.report.times import full_day

EXPECTED, NET, TAKEN, KEPT = "expected", "net", "taken", "kept"
WHOLE_DAYS = "whole_days"
"""The period of what the campaign sold on the days, and in the shops, that the estimate is of: while it runs, today is
not over, and a shop whose exports begin late has nothing before."""
LOW, HIGH, GAP = "_low", "_high", "_gap"
MOTIONLESS = "sales that go up and down from day to day"


@dataclass(frozen=True, slots=True, eq=False)
class Lift:
    """What could be estimated. ``verdict`` is None when fewer than two fake dates could be tried.

    ``fakes`` are (day, estimate), the latest first. ``net`` (of what was pulled forward), ``taken`` (from near shops)
    and ``kept`` (net of that) are None where the data do not allow them.
    """

    standing: Standing
    series: Series | None = None
    estimate: Estimate | None = None
    verdict: bool | None = None
    fakes: tuple[tuple[str, Estimate], ...] = ()
    net: Estimate | None = None
    taken: Estimate | None = None
    kept: Estimate | None = None
    draws: np.ndarray = field(default_factory=lambda: np.zeros(0))

    @property
    def rung(self) -> Rung:
        """The rung the data stand on."""
        return self.standing.rung


def measure_lift(basis: Basis) -> Lift:
    """Return the campaign's effect and enter its figures; nothing but the rung where there is no estimate."""
    first = basis.data_from
    if not basis.has_lines or first is None:
        return Lift(Standing(Rung.NOTHING, ("order exports",)))
    series = series_of(basis.inputs, first, basis.inputs.as_of, basis.shop_holes)
    stands = standing(series)
    if stands.rung > Rung.TREND:
        return Lift(stands, series)
    series = shared(series) if stands.rung is Rung.CONTROL else series
    measure = estimator(series, stands.rung)
    real = told(lambda: measure(series.start))
    if real is None:
        return Lift(Standing(Rung.BASELINE, (MOTIONLESS,)), series)
    fakes = on_fakes(series, measure)
    found = Lift(
        stands,
        series,
        real,
        distinguishable(real, tuple(estimate for _, estimate in fakes)),
        fakes,
        *_beside(series, stands.rung),
        real.draws,
    )
    _enter(basis, found)
    return found


def estimator(series: Series, rung: Rung) -> Callable[[int], Estimate]:
    """Return how the effect of a campaign that starts at a position of the series is estimated on a rung."""
    if rung is Rung.CONTROL:
        return lambda start: with_control(series.campaign, series.far, start, series.days)
    return lambda start: without_control(series.campaign, start, series.days)


def told(measure: Callable[[], Estimate]) -> Estimate | None:
    """Return an estimate; None where the data hold a day without sales, too few days, or nothing that strays."""
    try:
        return measure()
    except ValueError:
        return None


def on_fakes(series: Series, measure: Callable[[int], Estimate]) -> tuple[tuple[str, Estimate], ...]:
    """Return the fake dates that could be tried, the latest first, with what the same estimate shows on each."""
    found = []
    for start in fake_starts(series.start, series.days):
        try:
            (estimate,) = on_fake_dates(measure, (start,))
        except ValueError:  # too little history before this one, and before all earlier ones
            break
        found.append((series.day(start).isoformat(), estimate))
    return tuple(found)


def _beside(series: Series, rung: Rung) -> tuple[Estimate | None, Estimate | None, Estimate | None]:
    """Return the effect net of what was pulled forward, what near shops lost or won, and the effect net of that.

    The first is told once a week after the campaign is in the exports.
    """
    if rung is not Rung.CONTROL:
        return None, None, None
    own, near, far, at = series.campaign, series.near, series.far, (series.start, series.days)
    pulled = told(lambda: net(own, far, *at))
    if not series.near_shops:
        return pulled, None, None
    return pulled, told(lambda: taken(near, far, *at)), told(lambda: net_of_near(own, near, far, *at))


def _enter(basis: Basis, found: Lift) -> None:
    if found.estimate is None or found.series is None:
        return
    basis.ledger.enter(basis.gmv, basis.ledger.money(round(found.estimate.expected)), TOTAL.on(EXPECTED))
    if basis.periods.partial is not None or found.series.left_out:
        inside = found.series.campaign[found.series.start :][: found.series.days]
        basis.ledger.enter(basis.gmv, basis.ledger.money(round(float(inside.sum()))), TOTAL.on(WHOLE_DAYS))
    for estimate, word in _named(found):
        if estimate is not None:
            enter_estimate(basis, estimate, TOTAL, word)
    for day, fake in found.fakes:
        basis.ledger.enter(basis.gmv, fake.effect, At("fake_date", day).against(EXPECTED), form=Format.PERCENT)
    basis.ledger.enter(FAKE_DATES, len(found.fakes))
    basis.ledger.enter(FAR_SHOPS, found.series.far_shops)
    basis.ledger.enter(HISTORY, found.series.before)


def sold(basis: Basis) -> At:
    """Return where GMV of the days and shops that the estimate is of stands."""
    return TOTAL if basis.ledger.get("gmv", TOTAL.on(WHOLE_DAYS)) is None else TOTAL.on(WHOLE_DAYS)


def up_to(basis: Basis, found: Lift) -> str:
    """Return `` up to Sat Nov 21``, the last day of the estimate; nothing where it is the report's own last.

    After it stands how many shops are not in it: `` without 2 shops``.
    """
    series = found.series
    if series is None:
        return ""
    last = "" if basis.periods.partial is None else f" up to {full_day(series.day(series.start + series.days - 1))}"
    shops = "1 shop" if series.left_out == 1 else f"{series.left_out:,} shops"
    return f"{last} without {shops}" if series.left_out else last


def _named(found: Lift) -> tuple[tuple[Estimate | None, str], ...]:
    return (found.estimate, EXPECTED), (found.net, NET), (found.taken, TAKEN), (found.kept, KEPT)


def enter_estimate(basis: Basis, estimate: Estimate, at: At, word: str) -> None:
    """Enter an effect and its money with the ends of their intervals, each a figure of its own."""
    low, middle, high = (basis.ledger.money(round(float(v))) for v in np.percentile(estimate.draws, [2.5, 50, 97.5]))
    effects = ((word, estimate.effect), (word + LOW, estimate.low), (word + HIGH, estimate.high))
    for name, value in effects:
        interval = (estimate.low, estimate.high) if name == word else None
        basis.ledger.enter(basis.gmv, value, at.against(name), form=Format.PERCENT, interval=interval)
    for name, amount in ((word + GAP, middle), (word + GAP + LOW, low), (word + GAP + HIGH, high)):
        ends = (low, high) if name == word + GAP else None
        basis.ledger.enter(basis.gmv, amount, at.against(name), form=basis.gmv.format, interval=ends)
