"""One group's changes against the others' in the same time: what moved all of them alike drops out.

Logarithms are compared, so a doubling weighs like a halving. Groups of five or more are judged each by its own spread
(Welch 1947); too few members tell no spread of their own, and the common one of both groups stands in (Student 1908).
"""

import numpy as np
from numpy.typing import ArrayLike, NDArray

from campaignctl.methods.own_past import Change
from campaignctl.methods.students_t import quantile, two_sided

LEAST_ONES, LEAST_OTHERS = 2, 3
"""Members below which nothing is said of a group."""
_OWN_SPREAD = 5


def apart(ones: ArrayLike, others: ArrayLike) -> Change | None:
    """Return how far the ratios ``ones`` lie from ``others`` (after over before); None where that is not told.

    Both have shape (members,). ``usual`` is the geometric mean of the others. It is not told of too few members, where
    a ratio is zero, less or no number, or where none differs from its group.
    """
    before, beside = np.asarray(ones, float), np.asarray(others, float)
    if len(before) < LEAST_ONES or len(beside) < LEAST_OTHERS:
        return None
    if not all((np.isfinite(each) & (each > 0)).all() for each in (before, beside)):
        return None
    first, second = np.log(before), np.log(beside)
    error, freedom = _own(first, second) if min(len(first), len(second)) >= _OWN_SPREAD else _common(first, second)
    if error < 1e-9:
        return None
    off, half = float(first.mean() - second.mean()), quantile(0.975, freedom) * error
    effect, low, high = (float(np.expm1(each)) for each in (off, off - half, off + half))
    return Change(effect, low, high, two_sided(off / error, freedom), float(np.exp(second.mean())))


def _common(first: NDArray[np.float64], second: NDArray[np.float64]) -> tuple[float, float]:
    """Return the standard error of the difference of means, and its degrees of freedom, by the common spread."""
    freedom = len(first) + len(second) - 2
    squares = float(((first - first.mean()) ** 2).sum() + ((second - second.mean()) ** 2).sum())
    return float(np.sqrt(squares / freedom * (1 / len(first) + 1 / len(second)))), freedom


def _own(first: NDArray[np.float64], second: NDArray[np.float64]) -> tuple[float, float]:
    """Return the same by each group's own spread."""
    parts = [float(group.var(ddof=1)) / len(group) for group in (first, second)]
    weights = [part**2 / (len(group) - 1) for part, group in zip(parts, (first, second), strict=True)]
    return float(np.sqrt(sum(parts))), sum(parts) ** 2 / sum(weights) if sum(weights) else 1.0
