"""Whether two bytes stand side by side in a stretch of a sheet: asked of all its bytes at once.

A search for a mark of a few bytes looks at nearly every byte by itself; most sheets hold none, and whole arrays say so
several times faster.
"""

import numpy as np


def holds_pair(text: bytes, pair: bytes) -> bool:
    """Whether two bytes stand side by side anywhere in ``text``."""
    word = int.from_bytes(pair, "little")
    both_ways = [np.frombuffer(text, "<u2", (len(text) - at) // 2, at) for at in (0, 1) if len(text) - at >= 2]
    return any(bool((words == word).any()) for words in both_ways)
