"""How a sentence names several things, counts them, and says nothing of what is missing."""

from collections.abc import Sequence
from typing import Any

import pandas as pd


def listed(names: Sequence[str]) -> str:
    """Return ``Mon``, ``Mon and Tue``, ``Mon, Tue and Wed``; nothing of nothing."""
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else list(names))


def counted(number: int, one: str, many: str = "") -> str:
    """Return ``1 line``, ``1,200 lines``; ``many`` is the plural where it does not just end in s."""
    return f"{number:,} {one if number == 1 else many or f'{one}s'}"


def word(value: Any) -> str:
    """Return a cell's value in words; blank where it is missing."""
    return "" if value is None or pd.isna(value) else str(value)
