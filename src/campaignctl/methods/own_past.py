"""One number against its own past: how far it left what it usually is, and how often chance alone goes as far.

The past are equal stretches of time in their order; logarithms are compared, so a doubling weighs like a halving.
Source: prediction interval of one new value, Student's t.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from campaignctl.methods.students_t import quantile, two_sided

LEAST_PAST = 3
"""Earlier values below which nothing is said."""


LEAST_OF_TREND = 5


@dataclass(frozen=True, slots=True)
class Change:
    """A relative change against the usual (a fraction), its 95 % interval, and its two-sided p-value.

    ``usual`` is in the unit of the input.
    """

    effect: float
    low: float
    high: float
    p: float
    usual: float


def change(past: ArrayLike, now: float) -> Change | None:
    """Return the change of ``now`` against ``past`` (in order, the latest last); None where that cannot be told.

    ``past`` has shape (stretches,), in the unit of ``now``. It cannot be told with fewer than three earlier values,
    when any value is zero, less or no number, or of a past that never moved.
    """
    values = np.asarray(past, float)
    if len(values) < LEAST_PAST or not all(np.isfinite(each) and each > 0 for each in (*values, now)):
        return None
    logs = np.log(values)
    freedom = len(logs) - 1
    error = float(logs.std(ddof=1) * np.sqrt(1 + 1 / len(logs)))
    off = float(np.log(now) - logs.mean())
    if error < 1e-9:  # a past that never moved has no spread to judge by
        return None
    half = quantile(0.975, freedom) * error
    effect, low, high = (float(np.expm1(value)) for value in (off, off - half, off + half))
    return Change(effect, low, high, two_sided(off / error, freedom), float(np.exp(logs.mean())))


def trend(values: ArrayLike) -> Change | None:
    """Return the relative step from one value to the next (in order), its interval and p-value; None where not told.

    ``values`` has shape (stretches,). It is not with fewer than five values, with one that is zero, less or no number,
    or with values that lie on their line. ``usual`` is the geometric mean, in the unit of the input. Source: least
    squares on logarithms, Student's t.
    """
    past = np.asarray(values, float)
    if len(past) < LEAST_OF_TREND or not (np.isfinite(past) & (past > 0)).all():
        return None
    x, y = np.arange(len(past), dtype=float), np.log(past)
    step, level = (float(each) for each in np.polyfit(x, y, 1))
    off, freedom = y - level - step * x, len(past) - 2
    error = float(np.sqrt(off @ off / freedom / ((x - x.mean()) ** 2).sum()))
    if error < 1e-9:
        return None
    half = quantile(0.975, freedom) * error
    effect, low, high = (float(np.expm1(each)) for each in (step, step - half, step + half))
    return Change(effect, low, high, two_sided(step / error, freedom), float(np.exp(y.mean())))
