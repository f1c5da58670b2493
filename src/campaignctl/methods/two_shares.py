"""A share held against that of many others: how many times theirs it is, and whether chance alone makes it look so.

Sources: the interval of a ratio of two shares on its logarithm, half a count added to each (Walter 1975); the exact
test of two rates, given their sum (Przyborowski and Wilenski 1940), which is on the safe side for shares.
"""

import math

from campaignctl.methods.own_past import Change
from campaignctl.methods.students_t import beta_part, quantile

_HALF, _NORMAL = 0.5, 1e6
"""What is added to counts, so that none of few is not never; a t of so many degrees of freedom is the normal."""


def against(part: int, whole: int, of_others: int, others: int, least: float = 1.0) -> Change | None:
    """Return how far ``part / whole`` lies from ``of_others / others``; None where there is nothing to divide by.

    All four are counts, a part no larger than its whole, else ``ValueError``. ``effect`` and its 95 % interval are
    relative to the others' share, which is ``usual``. ``p`` is one-sided: how often a share of truly ``least`` times
    theirs (above zero) looks so large; shares that differ a little always do, and only what lies beyond is told.
    """
    if not (0 <= part <= whole and 0 <= of_others <= others and least > 0):
        raise ValueError("a part lies between nothing and its whole, and a ratio above nothing")
    if not whole or not of_others:
        return None
    mine, theirs = (part + _HALF) / (whole + _HALF), (of_others + _HALF) / (others + _HALF)
    counted = 1 / (part + _HALF) - 1 / (whole + _HALF) + 1 / (of_others + _HALF) - 1 / (others + _HALF)
    off, half = math.log(mine / theirs), quantile(0.975, _NORMAL) * math.sqrt(max(counted, 0))
    effect, low, high = (math.expm1(each) for each in (off, off - half, off + half))
    return Change(
        effect, low, high, _as_many(part, of_others, least * whole / (least * whole + others)), of_others / others
    )


def _as_many(part: int, of_others: int, share: float) -> float:
    """Return how often as many of both fall to the part, or more, when ``share`` of them are to."""
    return beta_part(share, part, of_others + 1) if part else 1.0
