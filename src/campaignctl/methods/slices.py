"""Which slice moved: the combination of one to three values whose sales left their forecast the most.

A greedy scan (Kulldorff 1997): a parent that holds ordinary leaves dilutes its factor and a child loses mass, so the
slice that moved scores highest; it is taken out and the rest is scanned again.
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
LEAST_SCORE = 10.0
LEAST_OF_FIRST = 0.1


@dataclass(frozen=True, slots=True)
class Slice:
    """A slice: (dimension, code) pairs, what it brought beyond its forecast (in the input's unit), and its score."""

    names: tuple[tuple[int, int], ...]
    change: float
    forecast: float
    score: float


def moved(
    codes: ArrayLike, forecast: ArrayLike, actual: ArrayLike, *, dimensions: int = 3, most: int = 4
) -> tuple[Slice, ...]:
    """Return the slices that moved, the strongest first.

    ``codes`` has shape (leaves, dimensions), whole numbers from 0; ``forecast`` and ``actual`` one amount a leaf, not
    negative. A slice without forecast never scores: list new things apart.
    """
    c, f, a = np.asarray(codes, np.int64), np.asarray(forecast, float).copy(), np.asarray(actual, float)
    phi = dispersion(f, a)
    found: list[Slice] = []
    while len(found) < most:
        best = max(_scored(c, f, a, phi, dimensions), key=lambda each: each.score, default=None)
        floor = max(LEAST_SCORE, LEAST_OF_FIRST * found[0].score) if found else LEAST_SCORE
        if best is None or best.score < floor:
            break
        found.append(best)
        inside = np.all([c[:, dimension] == code for dimension, code in best.names], axis=0)
        f[inside] = a[inside]
    return tuple(found)


def dispersion(forecast: Floats, actual: Floats) -> float:
    """Return how much more leaves stray from their forecast than counts would: 1 for counts, never less than tiny."""
    known = forecast > 0
    if not known.any():
        return 1.0
    strays = (actual[known] - forecast[known]) ** 2 / forecast[known]
    return max(float(np.median(strays)) / _MEDIAN_CHI2, 1e-9)


def gain(f: Floats, a: Floats, whole_f: float, whole_a: float) -> Floats:
    """Return how much better the data are explained when each slice has a level of its own; 0 where f is no part."""
    usable = (f > 0) & (f < whole_f)
    rest_f, rest_a = whole_f - f, whole_a - a
    with np.errstate(divide="ignore", invalid="ignore"):
        inner = np.where(a > 0, a * np.log(a / f), 0) + np.where(rest_a > 0, rest_a * np.log(rest_a / rest_f), 0)
    base = whole_a * np.log(whole_a / whole_f) if whole_a > 0 else 0.0
    return np.where(usable, inner - base, 0.0)


def _scored(c: Codes, f: Floats, a: Floats, phi: float, dimensions: int) -> Iterator[Slice]:
    """Yield the best slice of every set of dimensions."""
    whole_f, whole_a = float(f.sum()), float(a.sum())
    if whole_f <= 0:
        return
    for size in range(1, min(dimensions, c.shape[1]) + 1):
        for chosen in combinations(range(c.shape[1]), size):
            keys, where = np.unique(_key(c, chosen), return_inverse=True)
            slice_f = np.bincount(where, f, len(keys)).astype(float)
            slice_a = np.bincount(where, a, len(keys)).astype(float)
            scores = gain(slice_f, slice_a, whole_f, whole_a) / phi * (1 - _LONGER * (size - 1))
            top = int(np.argmax(scores))
            leaf = int(np.argmax(where == top))
            values = tuple((dimension, int(c[leaf, dimension])) for dimension in chosen)
            yield Slice(values, float(slice_a[top] - slice_f[top]), float(slice_f[top]), float(scores[top]))


def _key(c: Codes, chosen: Sequence[int]) -> Codes:
    key = np.zeros(len(c), np.int64)
    for dimension in chosen:
        key = key * (int(c[:, dimension].max(initial=0)) + 1) + c[:, dimension]
    return key
