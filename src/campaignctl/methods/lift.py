"""Lift: what a group sold in a campaign beyond what it would have sold, read off a group that had no campaign.

The ratio of both groups is followed over weekday and trend until a week before the start, for buyers wait in that
week, and carried through the campaign; the control's weight is one, so whatever moves both groups falls out.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from campaignctl.methods.ordinary_days import MOST_SPREAD, Floats, fit, line, simulated

GAP = 7
"""Days before the start that are not fitted."""
DRAWS = 1000
_BELOW = 0.1587
"""The share of draws more than one standard deviation below the middle; tails would make their variance anything."""
_FAR_OFF = 4.5
"""How many times the middle of their distances from the line a day may lie off: three standard deviations."""
LEAST_SPREAD = 1e-9
"""The daily error, as a fraction, below which two series are one and the same in two sizes."""


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
    """Return the lift of ``treated`` over ``days`` days from day ``start``, its draws in the unit of the input.

    Both series, shape (all days,), give one amount a day, day 0 first, all above zero up to the campaign's end; the
    last ``gap`` days before the start are not fitted. ``control`` must not be able to lose sales to the campaign: that
    would be counted as lift. ``ValueError`` when a day has no sales or none that are a number, when the series end too
    soon, when fewer than 17 days are left to fit, and when their ratio never strays, so that nothing says how sure it
    is. Source: ratio with trend, AR(1) errors, simulated interval.
    """
    t, c = _positive(treated, control, start + days)
    _ask(start, days, gap)
    would_be = expected(t, c, start - gap, np.arange(start, start + days), draws, seed)
    return estimate(float(t[start : start + days].sum()), _on_average(would_be.sum(axis=1)))


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

    As a fraction of what the campaign's days alone would have brought; draws and errors as in ``with_control``. The
    series must reach ``around`` days beyond the campaign's end.
    """
    first, last = start - around, start + days + around
    t, c = _positive(treated, control, last)
    _ask(start, days, max(gap, around))
    would_be = expected(t, c, start - gap, np.arange(first, last), draws, seed)
    gained = t[first:last].sum() - would_be.sum(axis=1)
    return of_base(gained, float(np.median(would_be[:, around : around + days].sum(axis=1))))


def estimate(observed: float, would_be: Floats) -> Estimate:
    """Return the estimate that an observed amount and draws of what would have been, shape (draws,), make.

    ``ValueError`` where a draw is no amount: the past strayed too far to be carried on.
    """
    _amounts(would_be)
    expected = float(np.median(would_be))
    low, high = np.percentile(observed / would_be - 1, [2.5, 97.5])
    return Estimate(observed / expected - 1, float(low), float(high), expected, observed - would_be)


def _on_average(would_be: Floats) -> Floats:
    """Return the draws, shape (draws,), moved up to where amount and effect are right on average, not in the middle.

    An amount whose logarithm is unsure is larger on average than in its middle, and what is divided by its middle comes
    out too large: by half the variance of the logarithm, which is read off the middle of the draws.
    """
    below, above = np.percentile(np.log(_amounts(would_be)), [100 * _BELOW, 100 * (1 - _BELOW)])
    return np.asarray(would_be * np.exp(min((above - below) / 2, MOST_SPREAD) ** 2 / 2))


def _amounts(would_be: Floats) -> Floats:
    if not (np.isfinite(would_be) & (would_be > 0)).all():
        raise ValueError("the past strays too far to say what would have been")
    return would_be


def of_base(gained: Floats, base: float) -> Estimate:
    """Return the estimate of draws of an amount gained, shape (draws,), as a fraction of ``base`` in the same unit.

    Errors as in ``estimate``.
    """
    if not (np.isfinite(gained).all() and np.isfinite(base) and base > 0):
        raise ValueError("the past strays too far to say what would have been")
    low, middle, high = np.percentile(gained, [2.5, 50, 97.5]) / base
    return Estimate(float(middle), float(low), float(high), base, gained)


def expected(t: Floats, c: Floats, fitted: int, span: NDArray[np.int64], draws: int, seed: int) -> Floats:  # noqa: PLR0913, PLR0917 - one step of several estimates
    """Return ``draws`` courses of what would have been on the days ``span`` (consecutive), shape (draws, days).

    ``fitted`` days from day 0 are fitted. Errors as in ``with_control``.
    """
    z = np.log(t[:fitted] / c[:fitted])
    known = fit(z)
    if known.spread < LEAST_SPREAD:
        raise ValueError("the ratio never strays from its line: nothing says how sure it is")
    level = _level(t[:fitted], c[:fitted], z, line(known))
    with np.errstate(over="ignore"):
        return np.asarray(level * c[span] * np.exp(simulated(known, span, draws, np.random.default_rng(seed))))


def _level(t: Floats, c: Floats, z: Floats, fitted: Floats) -> float:
    """Return the factor by which the fitted days make together what they sold together.

    A mean of logarithms alone takes good and bad days of a small control for a higher ratio. Days far off their line
    say nothing of it: one of them may be larger than all others. Source: smearing, Duan 1983.
    """
    off = np.abs(z - fitted)
    usual = off <= _FAR_OFF * np.median(off)
    return float(t[usual].sum() / (c[usual] * np.exp(fitted[usual])).sum())


def _positive(treated: ArrayLike, control: ArrayLike, until: int) -> tuple[Floats, Floats]:
    t, c = np.asarray(treated, float), np.asarray(control, float)
    if t.ndim != 1 or c.ndim != 1 or min(len(t), len(c)) < until:
        raise ValueError(f"the series end before day {until}")
    if not all((np.isfinite(each[:until]) & (each[:until] > 0)).all() for each in (t, c)):
        raise ValueError("a day without sales has no ratio")
    return t, c


def _ask(start: int, days: int, before: int) -> None:
    if days < 1 or before < 0 or start < before:
        raise ValueError("a campaign has a day at least, and days before it")
