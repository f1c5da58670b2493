"""Many looks find something in nothing: p-values are adjusted for all tests tried, shown or not.

Sources: Benjamini and Hochberg 1995; with weights, Genovese, Roeder and Wasserman 2006; for the best of several,
Sidak 1967. Of the discoveries kept at 0.05, one in twenty is false on average.
"""

import numpy as np
from numpy.typing import ArrayLike, NDArray


def best_of(p: float, many: int) -> float:
    """Return how often the most striking of ``many`` alike goes as far by chance, ``p`` being that of a given one.

    ``ValueError`` when ``p`` lies outside 0 to 1, or there is not one.
    """
    if not 0 <= p <= 1 or many < 1:
        raise ValueError("a p-value lies between 0 and 1, and is that of one of several")
    return float(-np.expm1(many * np.log1p(-min(p, 1 - 1e-15))))


def adjusted(p: ArrayLike, weight: ArrayLike = 1) -> NDArray[np.float64]:
    """Return adjusted p-values in the order given, shape (tests,).

    ``weight`` is how much each test is looked at, settled before its numbers are seen: one number, or one each. Only
    their proportions count: what one test gains the others pay, and the rate over all of them stays. ``ValueError``
    when a p-value lies outside 0 to 1 or is no number, or a weight is not above 0. Those up to a bound are the
    discoveries at that rate.
    """
    values = np.asarray(p, float)
    if values.size and not ((values >= 0) & (values <= 1)).all():
        raise ValueError("a p-value lies between 0 and 1")
    weights = np.broadcast_to(np.asarray(weight, float), values.shape)
    if not (np.isfinite(weights) & (weights > 0)).all():
        raise ValueError("a weight is a number above 0")
    weighed = values * weights.mean() / weights if values.size else values
    order = np.argsort(weighed, kind="stable")
    scaled = weighed[order] * len(values) / np.arange(1, len(values) + 1)
    running = np.minimum(np.minimum.accumulate(scaled[::-1])[::-1], 1)
    result = np.empty_like(values)
    result[order] = running
    return result
