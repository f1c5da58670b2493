"""Whether a group's count in one stretch left its own pace, held against what others counted in the same time.

Its pace is its share of the others' counts in the rest of the time. A share strays by counting and by good and bad
days; how much it does beyond counting is read off earlier windows of the same length, cut into the same stretches.
"""

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from campaignctl.methods.own_past import Change
from campaignctl.methods.students_t import quantile, two_sided

LEAST_FREEDOM = 10
"""Degrees of freedom below which nothing tells how a share swings."""
_NONE = 1e-9


@dataclass(frozen=True, slots=True)
class Swing:
    """How a group's share swings from stretch to stretch beyond counting: a variance of logarithms."""

    variance: float
    freedom: int


def swing(own: ArrayLike, others: ArrayLike) -> Swing:
    """Return how the share of ``own`` counts in those of ``others`` swings; both have shape (windows, stretches).

    Windows without a count on either side tell nothing. ``ValueError`` where the shapes differ or a count is negative
    or no number. Source: over-dispersion of counts by the method of moments.
    """
    x, y = np.asarray(own, float), np.asarray(others, float)
    if x.shape != y.shape or x.ndim != 2:
        raise ValueError("own counts and those of others are of the same windows and stretches")
    if not all((np.isfinite(each) & (each >= 0)).all() for each in (x, y)):
        raise ValueError("counts are numbers, none of them negative")
    told = (x.sum(axis=1) > 0) & (y > 0).all(axis=1)
    x, y = x[told], y[told]
    many = x.shape[1]
    if not len(x) or many < 2:
        return Swing(0.0, 0)
    due = x.sum(axis=1, keepdims=True) * y / y.sum(axis=1, keepdims=True)
    beyond = ((x - due) ** 2 * many / (many - 1) - due).sum()
    return Swing(max(float(beyond / (due**2).sum()), 0.0), len(x) * (many - 1))


def off_pace(now: float, beside: float, rest: float, rest_beside: float, known: Swing, rests: float) -> Change | None:  # noqa: PLR0913, PLR0917 - four counts, and how they stray
    """Return how far ``now`` left the pace of ``rest``, given what others counted ``beside`` each; None if untold.

    ``rests`` is how many stretches the rest is long. ``usual`` is the count that was due. It is not told where a count
    other than ``now`` is zero, or where too few earlier windows tell how the share swings. Source: over-dispersed
    counts on the scale on which they stray alike (Anscombe 1948), Student's t.
    """
    if min(beside, rest, rest_beside, rests) <= 0 or known.freedom < LEAST_FREEDOM:
        return None
    due, v = rest * beside / rest_beside, known.variance
    paced = 1 / rest + 1 / beside + 1 / rest_beside + v / rests
    due_error, error = (math.sqrt(1 + count * paced / (1 + v * count)) for count in (due, now))
    at = _even(now + 3 / 8, v)
    t, half = (at - _even(due + 1 / 8, v)) / due_error, quantile(0.975, known.freedom) * error
    effect = now / due - 1
    low, high = (max(_count(at + step, v) - 1 / 8, 0) / due - 1 for step in (-half, half))
    return Change(effect, min(low, effect), max(high, effect), two_sided(t, known.freedom), due)


def _even(count: float, v: float) -> float:
    """Return a count on the scale on which all of them stray by one."""
    return 2 * (math.asinh(math.sqrt(v * count)) / math.sqrt(v) if v > _NONE else math.sqrt(count))


def _count(at: float, v: float) -> float:
    """Return the count that lies at a place of that scale, 0 below its end."""
    half = max(at, 0) / 2
    return math.sinh(half * math.sqrt(v)) ** 2 / v if v > _NONE else half**2
