"""Which slice moved: the combination of one to three values whose sales left their forecast the most.

A greedy scan (Kulldorff 1997): a parent that holds ordinary leaves dilutes its factor and a child loses mass, so the
slice that moved scores highest; it is taken out and the rest is scanned again. The scan is one of counts; large sales
stray more than large counts (Taylor 1961: the variance is a power of the amount), so a slice is asked to move further,
the further such leaves stray anyway. Else a few large ones that stray as they always do pass for slices of their own.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
from numpy.typing import ArrayLike, NDArray

Floats = NDArray[np.float64]
Codes = NDArray[np.int64]

_MEDIAN_CHI2 = 0.455  # of one degree of freedom
_LONGER = 0.03
"""What a score loses for each further value in a slice's name."""
LEAST_LEAVES, LEAST_GROUPS, MOST_GROUPS = 10, 4, 12
"""How many leaves of alike size tell how far such leaves stray, and how many such groups their growth is read off."""
SPARSE = 0.05
LEAST_SCORE = 10.0
LEAST_OF_FIRST = 0.1


@dataclass(frozen=True, slots=True)
class Slice:
    """A slice: (dimension, code) pairs, what it brought beyond its forecast (in the input's unit), and its score."""

    names: tuple[tuple[int, int], ...]
    change: float
    forecast: float
    score: float


@dataclass(frozen=True, slots=True, eq=False)
class Usual:
    """How far leaves stray when nothing moved: ``dispersion`` beyond counts, ``strays`` the variance of each leaf."""

    dispersion: float
    strays: Floats

    def of(self, varied: Floats, share: Floats, whole: float) -> Floats:
        """Return the dispersion of slices against all others, never less than that of all leaves.

        ``varied`` is the variance within each slice, ``share`` its part of the forecast, ``whole`` all forecast.
        """
        held = np.clip(share, 1e-12, 1 - 1e-12)
        apart = (1 - held) ** 2 * varied + held**2 * (float(self.strays.sum()) - varied)
        return np.maximum(apart / (whole * held * (1 - held)), self.dispersion)


def moved(
    codes: ArrayLike, forecast: ArrayLike, actual: ArrayLike, *, dimensions: int = 3, most: int = 4
) -> tuple[Slice, ...]:
    """Return the slices that moved, the strongest first; none of no leaves.

    ``codes`` has shape (leaves, dimensions), whole numbers from 0; ``forecast`` and ``actual`` one amount a leaf, in
    one unit; a slice names at most ``dimensions`` values. A slice without forecast never scores: list new things
    apart. ``ValueError`` when the lengths differ or an amount is negative or no number.
    """
    c, f, a = np.asarray(codes, np.int64), np.asarray(forecast, float).copy(), np.asarray(actual, float)
    _check(c, f, a)
    if not f.size:
        return ()
    known = Usual(dispersion(f, a), strays(f, a))
    found: list[Slice] = []
    while len(found) < most:
        best = max(_scored(c, f, a, known, dimensions), key=lambda each: each.score, default=None)
        floor = max(LEAST_SCORE, LEAST_OF_FIRST * found[0].score) if found else LEAST_SCORE
        if best is None or best.score < floor:
            break
        found.append(best)
        inside = np.all([c[:, dimension] == code for dimension, code in best.names], axis=0)
        f[inside] = a[inside]
    return tuple(found)


def strays(forecast: ArrayLike, actual: ArrayLike) -> Floats:
    """Return the variance of each leaf around its forecast, shape (leaves,), in the square of the input's unit."""
    f, a = np.asarray(forecast, float), np.asarray(actual, float)
    larger = f ** (exponent(f, a) - 1)
    return np.asarray(f * larger * dispersion(f, a, larger))


def exponent(forecast: ArrayLike, actual: ArrayLike) -> float:
    """Return the power of its forecast that a leaf's variance grows with: 1 as counts do, 2 in proportion.

    ``forecast`` and ``actual`` have shape (leaves,), in one unit, whichever it is. The power is held between both; it
    is 1 where fewer than 40 leaves have a forecast, and where more than one in twenty of them stayed empty: these
    stray by their few orders. Source: Theil-Sen slope of the logarithms of medians over groups of alike forecast,
    which few moved leaves hardly touch.
    """
    f, a = np.asarray(forecast, float), np.asarray(actual, float)
    known = f > 0
    if known.sum() < LEAST_GROUPS * LEAST_LEAVES or (a[known] == 0).mean() > SPARSE:
        return 1.0
    f, far = f[known], (a[known] - f[known]) ** 2
    order = np.argsort(f, kind="stable")
    x = np.array([np.median(group) for group in _by_size(f)])
    y = np.array([np.median(group) for group in np.array_split(far[order], len(x))])
    first, second = np.triu_indices(len(x), 1)
    apart = (y[first] > 0) & (y[second] > 0) & (x[second] > x[first])
    if not apart.any():
        return 1.0
    slopes = np.log(y[second] / y[first])[apart] / np.log(x[second] / x[first])[apart]
    return float(np.clip(np.median(slopes), 1, 2))


def dispersion(forecast: Floats, actual: Floats, larger: Floats | float = 1.0) -> float:
    """Return how much more leaves stray from their forecast than counts would: 1 for counts, never less than tiny.

    ``forecast`` and ``actual`` have shape (leaves,), in one unit, which the result is in as well. ``larger`` is by how
    much more, leaf by leaf, they were to stray anyway.
    """
    known = forecast > 0
    if not known.any():
        return 1.0
    usual = (forecast * larger)[known]
    return max(float(np.median((actual[known] - forecast[known]) ** 2 / usual)) / _MEDIAN_CHI2, 1e-9)


def gain(f: Floats, a: Floats, whole_f: float, whole_a: float) -> Floats:
    """Return how much better the data are explained when each slice has a level of its own; 0 where f is no part.

    ``f`` and ``a`` are forecast and actual of each slice, shape (slices,), ``whole_f`` and ``whole_a`` those of all
    leaves together; the result is the gain in log-likelihood of counts, shape (slices,).
    """
    usable = (f > 0) & (f < whole_f)
    rest_f, rest_a = whole_f - f, whole_a - a
    with np.errstate(divide="ignore", invalid="ignore"):
        inner = np.where(a > 0, a * np.log(a / f), 0) + np.where(rest_a > 0, rest_a * np.log(rest_a / rest_f), 0)
    base = whole_a * np.log(whole_a / whole_f) if whole_a > 0 else 0.0
    return np.where(usable, inner - base, 0.0)


def _check(c: Codes, f: Floats, a: Floats) -> None:
    if c.ndim != 2 or not len(c) == len(f) == len(a):
        raise ValueError("each leaf has a row of codes, a forecast and an actual amount")
    if (c < 0).any() or not (np.isfinite(f) & np.isfinite(a) & (f >= 0) & (a >= 0)).all():
        raise ValueError("codes and amounts are numbers, none of them negative")


def _by_size(f: Floats) -> list[Floats]:
    """Return positive forecasts in groups of alike size, the smallest first."""
    return np.array_split(np.sort(f), int(np.clip(len(f) // LEAST_LEAVES, LEAST_GROUPS, MOST_GROUPS)))


def _scored(c: Codes, f: Floats, a: Floats, known: Usual, dimensions: int) -> Iterator[Slice]:
    """Yield the best slice of every set of dimensions."""
    whole_f, whole_a = float(f.sum()), float(a.sum())
    if whole_f <= 0:
        return
    for size in range(1, min(dimensions, c.shape[1]) + 1):
        for chosen in combinations(range(c.shape[1]), size):
            keys, where = np.unique(_key(c, chosen), return_inverse=True)
            slice_f, slice_a, varied = (
                np.bincount(where, each, len(keys)).astype(float) for each in (f, a, known.strays)
            )
            scores = gain(slice_f, slice_a, whole_f, whole_a) / known.of(varied, slice_f / whole_f, whole_f)
            scores *= 1 - _LONGER * (size - 1)
            alike = scores >= scores.max() * (1 - 1e-9)  # two halves explain the data alike: one moved, one did not
            top = int(np.argmax(np.where(alike, np.abs(slice_a - slice_f), -1)))
            leaf = int(np.argmax(where == top))
            values = tuple((dimension, int(c[leaf, dimension])) for dimension in chosen)
            yield Slice(values, float(slice_a[top] - slice_f[top]), float(slice_f[top]), float(scores[top]))


def _key(c: Codes, chosen: Sequence[int]) -> Codes:
    key = np.zeros(len(c), np.int64)
    for dimension in chosen:
        key = key * (int(c[:, dimension].max(initial=0)) + 1) + c[:, dimension]
    return key
