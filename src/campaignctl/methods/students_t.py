"""Student's t distribution: how far an estimate may stray when its spread was itself estimated from few values.

Source: the regularised incomplete beta function by its continued fraction (Abramowitz and Stegun 26.5.8, 26.7.1).
"""

import math
from functools import lru_cache

_TINY = 1e-300
_EXACT = 1e-14


def probability(t: float, freedom: float) -> float:
    """Return the probability that a t with ``freedom`` degrees of freedom lies below ``t``.

    ``ValueError`` without a degree of freedom, or where ``t`` is no number.
    """
    if not freedom > 0 or math.isnan(t):
        raise ValueError("a t distribution has more than zero degrees of freedom, and a t to be asked for")
    beyond = 0.5 * beta_part(freedom / (freedom + t * t), freedom / 2, 0.5)
    return 1 - beyond if t > 0 else beyond


@lru_cache(maxsize=1024)
def quantile(p: float, freedom: float) -> float:
    """Return the t below which a share ``p`` (0 < p < 1) lies; 0.975 gives the half-width of a 95 % interval.

    ``ValueError`` for a share that is none, or without a degree of freedom.
    """
    if not 0 < p < 1:
        raise ValueError("a quantile is asked for a share between 0 and 1")
    if p < 0.5:
        return -quantile(1 - p, freedom)
    low, high = 0.0, 1.0
    while probability(high, freedom) < p:
        low, high = high, high * 2
    while high - low > 1e-12 * high:
        middle = (low + high) / 2
        low, high = (middle, high) if probability(middle, freedom) < p else (low, middle)
    return (low + high) / 2


def two_sided(t: float, freedom: float) -> float:
    """Return the p-value of ``t`` when nothing was to be seen: the chance of one at least as far from zero.

    Errors as in ``probability``.
    """
    return 2 * probability(-abs(t), freedom)


def beta_part(x: float, a: float, b: float) -> float:
    """Return the regularised incomplete beta function I_x(a, b)."""
    if x <= 0 or x >= 1:
        return float(x >= 1)
    scale = math.exp(math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b) + a * math.log(x) + b * math.log1p(-x))
    if x < (a + 1) / (a + b + 2):
        return scale * _fraction(x, a, b) / a
    return 1 - scale * _fraction(1 - x, b, a) / b


def _fraction(x: float, a: float, b: float) -> float:
    """Return the continued fraction of the incomplete beta function, by Lentz's method."""
    c, d = 1.0, 1 / _away(1 - (a + b) * x / (a + 1))
    whole = d
    for m in range(1, 300):
        for top in (
            m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m)),
            -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1)),
        ):
            d = 1 / _away(1 + top * d)
            c = _away(1 + top / c)
            whole *= c * d
        if abs(c * d - 1) < _EXACT:
            break
    return whole


def _away(value: float) -> float:
    """Keep a divisor away from zero."""
    return value if abs(value) > _TINY else _TINY
