"""Why a total changed: shares of the change for traffic, mix, conversion and value that add up to it exactly.

Logarithmic mean Divisia index by segment (Ang 2004): no order of factors matters, and a change of mix alone gives
nothing to conversion or value.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

_ZERO = 1e-18
"""What stands for zero in a logarithm (Ang 2004): small enough not to be seen in a sum."""


@dataclass(frozen=True, slots=True)
class Parts:
    """The change of a total by factor, in the total's unit; they add up to it."""

    traffic: float
    mix: float
    conversion: float
    value: float

    @property
    def total(self) -> float:
        """The whole change."""
        return self.traffic + self.mix + self.conversion + self.value


def funnel_change(  # noqa: PLR0913, PLR0917 - three factors, before and after
    visitors_before: ArrayLike,
    visitors_after: ArrayLike,
    orders_before: ArrayLike,
    orders_after: ArrayLike,
    total_before: ArrayLike,
    total_after: ArrayLike,
) -> Parts:
    """Return the change of sum(total) = visitors x share x conversion x value, one entry per segment.

    All have shape (segments,); the parts are in the unit of the totals. A segment without visitors (or orders) in one
    period has no conversion (or value) there: that of the other period is taken, so its coming or going counts as mix.
    One that sold without visitors or orders being counted has had as many as it takes. ``ValueError`` when the lengths
    differ, or an amount is negative or no number. Source: LMDI by segment with mix, Ang 2004.
    """
    v0, v1, o0, o1, m0, m1 = _amounts(
        visitors_before, visitors_after, orders_before, orders_after, total_before, total_after
    )
    (v0, o0), (v1, o1) = _counted(v0, o0, m0), _counted(v1, o1, m1)
    c0, c1 = _either(_ratio(o0, v0), _ratio(o1, v1))
    p0, p1 = _either(_ratio(m0, o0), _ratio(m1, o1))
    n0, n1 = max(v0.sum(), _ZERO), max(v1.sum(), _ZERO)
    s0, s1 = np.maximum(v0 / n0, _ZERO), np.maximum(v1 / n1, _ZERO)
    weight = log_mean(n0 * s0 * c0 * p0, n1 * s1 * c1 * p1)
    return Parts(
        traffic=float(weight.sum() * np.log(n1 / n0)),
        mix=float(weight @ np.log(s1 / s0)),
        conversion=float(weight @ np.log(c1 / c0)),
        value=float(weight @ np.log(p1 / p0)),
    )


def log_mean(a: NDArray[np.float64], b: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the logarithmic mean of positive ``a`` and ``b``, of one shape; of equal values, the value."""
    apart = np.abs(np.log(b) - np.log(a))
    safe = np.where(apart < 1e-12, 1, np.log(b) - np.log(a))
    return np.where(apart < 1e-12, a, (b - a) / safe)


def factor_change(before: ArrayLike, after: ArrayLike) -> NDArray[np.float64]:
    """Return each factor's part of the change of their product, shape (factors,), in the unit of the product.

    ``before`` and ``after`` have one value per factor; errors as in ``funnel_change``. Source: LMDI, Ang 2004.
    """
    x, y = (np.maximum(each, _ZERO) for each in _amounts(before, after))
    weight = log_mean(np.array([x.prod()]), np.array([y.prod()]))[0]
    return np.asarray(weight * np.log(y / x))


def _amounts(*given: ArrayLike) -> list[NDArray[np.float64]]:
    found = [np.asarray(each, float) for each in given]
    if len({each.shape for each in found}) > 1:
        raise ValueError("before and after are of the same segments")
    if not all((np.isfinite(each) & (each >= 0)).all() for each in found):
        raise ValueError("what is taken apart are numbers, none of them negative")
    return found


def _counted(
    visitors: NDArray[np.float64], orders: NDArray[np.float64], total: NDArray[np.float64]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return visitors and orders, at least one order behind each total and one visitor behind each order."""
    bought = np.where((orders == 0) & (total > 0), 1.0, orders)
    return np.where((visitors == 0) & (bought > 0), bought, visitors), bought


def _ratio(top: NDArray[np.float64], bottom: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.divide(top, bottom, out=np.full_like(top, np.nan), where=bottom > 0)


def _either(one: NDArray[np.float64], other: NDArray[np.float64]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Fill what one period lacks with the other's; what both lack becomes one and plays no part."""
    first = np.where(np.isnan(one), other, one)
    second = np.where(np.isnan(other), one, other)
    return np.maximum(np.nan_to_num(first, nan=1.0), _ZERO), np.maximum(np.nan_to_num(second, nan=1.0), _ZERO)
