"""Cubes of forecast and actual sales in which known slices moved: one to three causes of one to three dimensions."""

from dataclasses import dataclass
from itertools import product

import numpy as np

SIZES = (10, 12, 8, 6)
FACTORS = (0.5, 0.7, 1.5, 2.0)
LEAST_SHARE, MOST_SHARE = 0.03, 0.25
"""A cause of one dimension holds at least and at most this share of the forecast; each further one asks a quarter."""


@dataclass(frozen=True, slots=True, eq=False)
class Cube:
    """Leaves with their codes (leaves, dimensions), forecast, actual, and the slices that moved."""

    codes: np.ndarray
    forecast: np.ndarray
    actual: np.ndarray
    causes: frozenset[tuple[tuple[int, int], ...]]


def cube(causes: int, dimensions: int, seed: int, *, in_proportion: bool = False, noise: float = 0.1) -> Cube:
    """Return a cube with ``causes`` slices of ``dimensions`` values each.

    Leaves stray as sums of many orders do (the variance grows with the amount), or ``in_proportion`` to themselves;
    an average leaf strays by ``noise`` of itself either way.
    """
    rng = np.random.default_rng(seed)
    codes = np.array(list(product(*map(range, SIZES))))
    forecast = rng.lognormal(4, 1, len(codes))
    weights = [rng.dirichlet(np.full(size, 3.0)) * size for size in SIZES]
    for dimension, weight in enumerate(weights):
        forecast *= weight[codes[:, dimension]]
    factor, taken = np.ones(len(codes)), np.zeros(len(codes), bool)
    moved: set[tuple[tuple[int, int], ...]] = set()
    while len(moved) < causes:
        chosen = np.sort(rng.choice(len(SIZES), dimensions, replace=False))
        values = tuple((int(d), int(rng.integers(SIZES[d]))) for d in chosen)
        inside = np.all([codes[:, d] == code for d, code in values], axis=0)
        share = forecast[inside].sum() / forecast.sum()
        least = LEAST_SHARE / 4 ** (dimensions - 1)
        if values in moved or not least <= share <= MOST_SHARE or (inside & taken).any():
            continue
        factor[inside] *= rng.choice(FACTORS)
        taken |= inside
        moved.add(values)
    expected = forecast * factor
    strays = expected if in_proportion else np.sqrt(expected * forecast.mean())
    actual = np.maximum(expected + noise * strays * rng.normal(0, 1, len(codes)), 0)
    return Cube(codes, forecast, actual, frozenset(moved))
