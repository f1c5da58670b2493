"""A share against its own past, where some stretches hold none of it: cancelled of what was sold, say.

Shares are compared on the angular scale, where nothing is a number like any other and counting noise is alike
everywhere. Sources: Anscombe 1948 for the scale; prediction interval of one new value, Student's t.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from campaignctl.methods.own_past import LEAST_PAST
from campaignctl.methods.students_t import quantile, two_sided

_PART, _WHOLE = 3 / 8, 3 / 4
"""What Anscombe adds to the counts, so that none of few is not taken for none of many."""


@dataclass(frozen=True, slots=True)
class ShareChange:
    """A share's change in points (a difference of fractions), its 95 % interval, and its two-sided p-value.

    ``usual`` is the share of all earlier stretches together.
    """

    points: float
    low: float
    high: float
    p: float
    usual: float


def share_change(past: ArrayLike, wholes: ArrayLike, now: float, whole: float, one: float) -> ShareChange | None:
    """Return the change of ``now / whole`` against ``past / wholes`` (same order); None where that cannot be told.

    ``past`` and ``wholes`` have shape (stretches,). ``one`` is what one unit brings, in the unit of the wholes: it says
    how many counts stand behind a share. It cannot be told with fewer than three earlier stretches that sold, without
    sales now, or where a part is negative or no number.
    """
    parts, sold = np.asarray(past, float), np.asarray(wholes, float)
    parts, sold = parts[sold > 0], sold[sold > 0]
    amounts = np.array([*parts, *sold, now, whole, one])
    if len(sold) < LEAST_PAST or not (np.isfinite(amounts) & (amounts >= 0)).all() or not (whole > 0 and one > 0):
        return None
    angles, angle = _angle(parts / one, sold / one), float(_angle(np.array([now / one]), np.array([whole / one]))[0])
    counting = max(float((1 / (4 * sold / one + 2)).mean()), 1 / (4 * whole / one + 2))
    spread = max(float(angles.var(ddof=1)), counting)  # shares that happen to agree still rest on few counts
    error, freedom = float(np.sqrt(spread * (1 + 1 / len(sold)))), len(sold) - 1
    middle, half = float(angles.mean()), quantile(0.975, freedom) * error
    share, usual = now / whole, float(parts.sum() / sold.sum())
    low, high = (share - float(np.sin(np.clip(middle + off, 0, np.pi / 2)) ** 2) for off in (half, -half))
    points = share - usual
    return ShareChange(points, min(low, points), max(high, points), two_sided((angle - middle) / error, freedom), usual)


def _angle(part: NDArray[np.float64], whole: NDArray[np.float64]) -> NDArray[np.float64]:
    share = np.clip((part + _PART) / (whole + _WHOLE), 0, 1)
    return np.asarray(np.arcsin(np.sqrt(share)))
