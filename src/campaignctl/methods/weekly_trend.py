"""Lift without a group to compare with: the campaign's weeks against the trend of the weeks before.

It cannot separate the campaign from anything else that happened in those weeks, and whoever shows it must say so.
"""

import numpy as np
from numpy.typing import ArrayLike

from campaignctl.methods.lift import DRAWS, Estimate, estimate
from campaignctl.methods.students_t import quantile

BLOCKS = 8
"""Blocks of the campaign's length before it that make the trend."""


def without_control(series: ArrayLike, start: int, days: int, *, draws: int = DRAWS, seed: int = 0) -> Estimate:
    """Return the effect on ``series`` (one amount a day) over ``days`` days from ``start``, against its own trend.

    The line is fitted to the logarithm of sums over whole weeks, counted back from the start; a campaign that is no
    whole number of weeks is compared with the same weekdays of those weeks. ``ValueError`` when a block has no sales
    or the series is too short. Source: log-linear trend, prediction interval with Student's t.
    """
    values = np.asarray(series, float)
    step = 7 * -(-days // 7)
    blocks = BLOCKS
    if start < blocks * step or len(values) < start + days:
        raise ValueError(f"{blocks} blocks of {step} days are needed before the campaign")
    totals = np.array([values[start - step * back :][:days].sum() for back in range(blocks, 0, -1)])
    if (totals <= 0).any():
        raise ValueError("a block without sales has no logarithm")
    x, y = np.arange(blocks), np.log(totals)
    slope, level = np.polyfit(x, y, 1)
    off = y - level - slope * x
    spread = np.sqrt(off @ off / (blocks - 2))
    error = spread * np.sqrt(1 + 1 / blocks + (blocks - x.mean()) ** 2 / ((x - x.mean()) ** 2).sum())
    predicted = level + slope * blocks
    observed = float(values[start : start + days].sum())
    t = np.random.default_rng(seed).standard_t(blocks - 2, draws)
    found = estimate(observed, np.exp(predicted + error * t))
    half = quantile(0.975, blocks - 2) * error
    middle, low, high = (float(np.exp(np.log(observed) - predicted + shift) - 1) for shift in (0, -half, half))
    return Estimate(middle, low, high, float(np.exp(predicted)), found.draws)
