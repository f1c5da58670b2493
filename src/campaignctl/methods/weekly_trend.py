"""Lift without a group to compare with: the campaign's weeks against the trend of the weeks before.

It cannot separate the campaign from anything else that happened in those weeks, and whoever shows it must say so: sales
of a campaign in a week in which all sold more are those of a larger campaign, to the last cent.
"""

import numpy as np
from numpy.typing import ArrayLike, NDArray

from campaignctl.methods.lift import DRAWS, LEAST_SPREAD, Estimate, estimate
from campaignctl.methods.students_t import quantile

Floats = NDArray[np.float64]

BLOCKS, WEEK = 8, 7
"""Weeks before the campaign that make the trend."""


def without_control(  # noqa: PLR0913 - the series, where the campaign lies, and how it is drawn
    series: ArrayLike, start: int, days: int, *, gap: int = 0, draws: int = DRAWS, seed: int = 0
) -> Estimate:
    """Return the effect on ``series`` over ``days`` days from ``start``, against its own trend; draws in its unit.

    ``series`` has shape (all days,), one amount a day. A line is fitted to the logarithm of the sums of the eight weeks
    counted back from the start and carried over the campaign's weeks; of a week that the campaign fills in part, what
    those weekdays usually make of it. Whole weeks that hold the last ``gap`` days before the start are not fitted.
    ``ValueError`` when fewer than 56 days are left before it, when a week has no sales or an amount is no number, and
    when the weeks lie on their line, so that nothing says how sure it is. Source: log-linear trend, prediction interval
    with Student's t.
    """
    values, skipped = np.asarray(series, float), -(-gap // WEEK)
    until = start - skipped * WEEK
    if days < 1 or gap < 0 or until < BLOCKS * WEEK or values.ndim != 1 or len(values) < start + days:
        raise ValueError(f"{BLOCKS * WEEK} days are needed before the campaign, and its own")
    before, observed = values[until - BLOCKS * WEEK : until].reshape(BLOCKS, WEEK), values[start : start + days].sum()
    lengths = np.diff(np.append(np.arange(0, days, WEEK), days))
    totals = before[:, : min(days, WEEK)].sum(axis=1)
    if not (np.isfinite(totals) & (totals > 0)).all() or not (np.isfinite(observed) and observed > 0):
        raise ValueError("a week without sales has no logarithm")
    part = before[:, : lengths[-1]].sum() / totals.sum()
    ahead = BLOCKS + skipped + np.arange(len(lengths))
    would_be = _weeks(np.log(totals), ahead, draws, np.random.default_rng(seed))
    would_be[:, -1] *= part
    found = estimate(float(observed), would_be.sum(axis=1))
    return _exact(found, float(observed), np.log(totals), int(ahead[0])) if len(lengths) == 1 else found


def _exact(found: Estimate, observed: float, y: Floats, at: int) -> Estimate:
    """Return the estimate of a single week with the ends of its interval computed, not drawn."""
    line, error = _ahead(y, at)
    half = quantile(0.975, BLOCKS - 2) * error
    middle, low, high = (float(np.exp(np.log(observed) - line + shift) - 1) for shift in (0, -half, half))
    return Estimate(middle, low, high, float(np.exp(line)), found.draws)


def _ahead(y: Floats, at: int) -> tuple[float, float]:
    """Return the line at a week and the standard error of one week's prediction there."""
    slope, level, spread, around = _line(y)
    middle = (BLOCKS - 1) / 2
    return level + slope * (at - middle), spread * float(np.sqrt(1 + 1 / BLOCKS + (at - middle) ** 2 / around))


def _line(y: Floats) -> tuple[float, float, float, float]:
    """Return slope a week, level in the middle, spread of a week, and the sum of squares of the weeks' places."""
    x = np.arange(BLOCKS) - (BLOCKS - 1) / 2
    around = float((x**2).sum())
    slope, level = float(x @ y) / around, float(y.mean())
    off = y - level - slope * x
    spread = float(np.sqrt(off @ off / (BLOCKS - 2)))
    if spread < LEAST_SPREAD:
        raise ValueError("the weeks lie on their line: nothing says how sure it is")
    return slope, level, spread, around


def _weeks(y: Floats, at: NDArray[np.int64], draws: int, rng: np.random.Generator) -> Floats:
    """Return possible amounts of the weeks ``at``, shape (draws, weeks): one line a draw, each week astray of it."""
    slope, level, spread, around = _line(y)
    freedom = BLOCKS - 2
    c = spread * np.sqrt(freedom / rng.chisquare(freedom, (draws, 1)))
    levels, slopes = (c * rng.standard_normal((draws, 1)) * by for by in (BLOCKS**-0.5, around**-0.5))
    ahead = at - (BLOCKS - 1) / 2
    return np.asarray(np.exp(level + levels + (slope + slopes) * ahead + c * rng.standard_normal((draws, len(at)))))
