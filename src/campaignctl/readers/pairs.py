"""Where two bytes stand side by side in a stretch of a sheet: asked of all its bytes at once.

A search for a mark of a few bytes looks at nearly every byte by itself; most sheets hold none, and whole arrays say so
several times faster.
"""

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt


def holds_pair(text: bytes, pair: bytes) -> bool:
    """Where two bytes stand side by side anywhere in ``text``."""
    word = int.from_bytes(pair, "little")
    return any(bool((words == word).any()) for words in _both_ways(text))


def pairs_at(text: bytes, pair: bytes) -> list[npt.NDArray[np.intp]]:
    """Return the positions in ``text`` at which two bytes stand side by side: the even ones, and the odd ones."""
    word = int.from_bytes(pair, "little")
    return [2 * np.flatnonzero(words == word) + at for at, words in enumerate(_both_ways(text))]


def _both_ways(text: bytes) -> Iterator[npt.NDArray[np.uint16]]:
    """Yield ``text`` as words of two bytes from its first byte on, and from its second one on."""
    return (np.frombuffer(text, "<u2", (len(text) - at) // 2, at) for at in (0, 1) if len(text) - at >= 2)
