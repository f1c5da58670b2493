"""What a group of shops sells on ordinary days beside another group: weekday, trend, and errors that linger.

The model of the lift estimates: z_d = b0 + six weekday effects + trend + u_d, where u_d carries a share rho of
yesterday's error. Fitted by least squares; spread and rho are corrected for what fitting takes away.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

TERMS = 8
"""One level, six weekdays, one trend."""

MOST_SPREAD = 1.0
"""The spread of a logarithm up to which its mean is known: errors that hardly fade have one without bound."""


@dataclass(frozen=True, slots=True, eq=False)
class Fit:
    """A fitted line of ordinary days. ``spread`` is the standard deviation of a day's error, in the unit of ``z``.

    ``coefficients`` has shape (8,), ``uncertainty`` (8, 8): their covariance; ``freedom`` the effective degrees of
    freedom; ``days`` how many days were fitted, counted from day 0.
    """

    days: int
    coefficients: Floats
    uncertainty: Floats
    rho: float
    spread: float
    freedom: float


def fit(z: Floats) -> Fit:
    """Return the fit of ``z`` (one logarithm a day from day 0, shape (n,), n > 16).

    ``ValueError`` when there are fewer, or one is no number. Source: ordinary least squares; AR(1) by the lag-one
    correlation of the residuals, both corrected for the terms fitted.
    """
    n, k = len(z), TERMS
    if n <= 2 * k:
        raise ValueError(f"{n} days are too few to fit {k} terms")
    if not np.isfinite(z).all():
        raise ValueError("a day without a number cannot be fitted")
    x = regressors(np.arange(n), n)
    inner = np.linalg.inv(x.T @ x)
    b = inner @ (x.T @ z)
    r = z - x @ b
    squares = float(r @ r) or np.finfo(float).tiny
    rho = float(np.clip(r[1:] @ r[:-1] / squares + k / n, 0, 0.9))  # fitted errors understate it by about k/n
    lingering = (1 + rho) / (1 - rho)
    variance = squares / (n - k) / max(1 - (k / n) * (lingering - 1) / 2, 0.5)
    return Fit(
        n, b, np.asarray(variance * lingering * inner, float), rho, float(np.sqrt(variance)), (n - k) / lingering
    )


def regressors(days: NDArray[np.int64], fitted: int) -> Floats:
    """Return the terms of each day, shape (days, 8); ``fitted`` is the number of days that the trend was scaled by."""
    weekdays = (days[:, None] % 7) == np.arange(1, 7)
    trend = (days - fitted / 2) / fitted
    return np.column_stack([np.ones(len(days)), weekdays, trend])


def line(known: Fit) -> Floats:
    """Return z of the fitted days as the fitted line has it, shape (days,)."""
    return np.asarray(regressors(np.arange(known.days), known.days) @ known.coefficients)


def simulated(known: Fit, days: NDArray[np.int64], draws: int, rng: np.random.Generator) -> Floats:
    """Return ``draws`` possible courses of z on ``days`` (consecutive), shape (draws, days), in the unit of z.

    Each draw has its own coefficients and its own path of lingering errors, begun from their stationary spread; the
    errors of a day multiply what it sells by one on average.
    """
    c = np.sqrt(known.freedom / rng.chisquare(known.freedom, draws))[:, None]
    root = np.linalg.cholesky(known.uncertainty + 1e-300 * np.eye(TERMS))
    b = known.coefficients + c * (rng.standard_normal((draws, TERMS)) @ root.T)
    paths = _paths(known.rho, draws, len(days), rng)
    spread = c * known.spread
    return np.asarray(b @ regressors(days, known.days).T + spread * paths - np.minimum(spread, MOST_SPREAD) ** 2 / 2)


def _paths(rho: float, draws: int, days: int, rng: np.random.Generator) -> Floats:
    steps = rng.standard_normal((draws, days))
    path = np.empty_like(steps)
    path[:, 0] = steps[:, 0]
    for day in range(1, days):
        path[:, day] = rho * path[:, day - 1] + np.sqrt(1 - rho * rho) * steps[:, day]
    return path
