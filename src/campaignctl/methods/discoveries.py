"""Many looks find something in nothing: p-values are adjusted for all tests tried, shown or not.

Sources: Benjamini and Hochberg 1995; for the best of several, Sidak 1967. Of the discoveries kept at 0.05, one in
twenty is false on average.
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


def adjusted(p: ArrayLike) -> NDArray[np.float64]:
    """Return adjusted p-values in the order given, shape (tests,).

    ``ValueError`` when one lies outside 0 to 1 or is no number. Those up to a bound are the discoveries at that rate.
    """
    values = np.asarray(p, float)
    if values.size and not ((values >= 0) & (values <= 1)).all():
        raise ValueError("a p-value lies between 0 and 1")
    order = np.argsort(values, kind="stable")
    scaled = values[order] * len(values) / np.arange(1, len(values) + 1)
    running = np.minimum(np.minimum.accumulate(scaled[::-1])[::-1], 1)
    result = np.empty_like(values)
    result[order] = running
    return result
