"""Lift: what a group sold in a campaign beyond what it would have sold, read off a group that had no campaign.

The ratio of both groups is followed over weekday and trend until a week before the start, for buyers wait in that
week, and carried through the campaign; the control's weight is one, so whatever moves both groups falls out.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from campaignctl.methods.ordinary_days import Floats, fit, simulated

GAP = 7
"""Days before the start that are not fitted."""
DRAWS = 1000


@dataclass(frozen=True, slots=True, eq=False)
class Estimate:
    """An effect with its 95 % interval, as fractions of what was to be expected.

    ``draws`` are possible amounts of the effect, in the unit of the input (shape (draws,)): carry them, never the
    interval, through sums and ratios. ``expected`` is the median of what would have been.
    """

    effect: float
    low: float
    high: float
    expected: float
    draws: Floats

    @property
    def holds_zero(self) -> bool:
        """Whether the effect cannot be told from none by its interval."""
        return self.low <= 0 <= self.high


def with_control(  # noqa: PLR0913 - the two series, where the campaign lies, and how it is drawn
    treated: ArrayLike,
    control: ArrayLike,
    start: int,
    days: int,
    *,
    gap: int = GAP,
    draws: int = DRAWS,
    seed: int = 0,
) -> Estimate:
    """Return the lift of ``treated`` over ``days`` days from day ``start``.

    Both series give one amount a day, day 0 first, all above zero up to the campaign's end. ``ValueError`` when they
    do not, or when fewer than 17 days are left to fit. Source: ratio with trend, AR(1) errors, simulated interval.
    """
    t, c = _positive(treated, control, start + days)
    would_be = _expected(t, c, start - gap, np.arange(start, start + days), draws, seed)
    return estimate(float(t[start : start + days].sum()), would_be.sum(axis=1))


def net(  # noqa: PLR0913 - as above, with the days around
    treated: ArrayLike,
    control: ArrayLike,
    start: int,
    days: int,
    *,
    around: int = 7,
    gap: int = GAP,
    draws: int = DRAWS,
    seed: int = 0,
) -> Estimate:
    """Return the effect from ``around`` days before the campaign to as many after it, net of what was pulled forward.

    As a fraction of what the campaign's days alone would have brought. The series must reach ``around`` days beyond
    the campaign's end; errors as in ``with_control``.
    """
    first, last = start - around, start + days + around
    t, c = _positive(treated, control, last)
    would_be = _expected(t, c, start - gap, np.arange(first, last), draws, seed)
    gained = t[first:last].sum() - would_be.sum(axis=1)
    base = float(np.median(would_be[:, around : around + days].sum(axis=1)))
    low, middle, high = np.percentile(gained, [2.5, 50, 97.5]) / base
    return Estimate(float(middle), float(low), float(high), base, gained)


def estimate(observed: float, would_be: Floats) -> Estimate:
    """Return the estimate that an observed amount and draws of what would have been make."""
    expected = float(np.median(would_be))
    low, high = np.percentile(observed / would_be - 1, [2.5, 97.5])
    return Estimate(observed / expected - 1, float(low), float(high), expected, observed - would_be)


def _positive(treated: ArrayLike, control: ArrayLike, until: int) -> tuple[Floats, Floats]:
    t, c = np.asarray(treated, float), np.asarray(control, float)
    if min(len(t), len(c)) < until:
        raise ValueError(f"the series end before day {until}")
    if (t[:until] <= 0).any() or (c[:until] <= 0).any():
        raise ValueError("a day without sales has no ratio")
    return t, c


def _expected(t: Floats, c: Floats, fitted: int, span: np.ndarray, draws: int, seed: int) -> Floats:  # noqa: PLR0913, PLR0917 - one step of two estimates
    known = fit(np.log(t[:fitted] / c[:fitted]))
    return np.asarray(c[span] * np.exp(simulated(known, span, draws, np.random.default_rng(seed))))
