"""One group's changes against the others' in the same time: what moved all of them alike drops out.

Logarithms are compared, so a doubling weighs like a halving. Source: Student's t of two groups of equal variance.
"""

import numpy as np
from numpy.typing import ArrayLike

from campaignctl.methods.own_past import Change
from campaignctl.methods.students_t import quantile, two_sided

LEAST_ONES, LEAST_OTHERS = 2, 3
"""Members below which nothing is said of a group."""


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
    freedom = len(first) + len(second) - 2
    squares = float(((first - first.mean()) ** 2).sum() + ((second - second.mean()) ** 2).sum())
    error = float(np.sqrt(squares / freedom * (1 / len(first) + 1 / len(second))))
    if error < 1e-9:
        return None
    off, half = float(first.mean() - second.mean()), quantile(0.975, freedom) * error
    effect, low, high = (float(np.expm1(each)) for each in (off, off - half, off + half))
    return Change(effect, low, high, two_sided(off / error, freedom), float(np.exp(second.mean())))
