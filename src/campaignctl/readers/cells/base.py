"""What every kind of cell shares: how text from outside is cleaned, compared and quoted, and what typing returns."""

import math
import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import numpy as np

from campaignctl.domain.money import CURRENCIES, Currency
from campaignctl.domain.observations import Kind

Odd = tuple[int, Kind, str, str]
"""The position in the column, what kind of oddity, the value as it stands, and what can be added."""


@dataclass(frozen=True, slots=True)
class Reading:
    """How cells are to be read: the campaign's currency and zone, the marketplace's order of day and month."""

    currency: str
    zone: str
    date_order: str = "mdy"
    choices: Mapping[str, Sequence[str]] = field(default_factory=dict)

    @property
    def money(self) -> Currency:
        """The currency that money columns are in."""
        return CURRENCIES.get(self.currency) or Currency(self.currency, 2, self.currency)


@dataclass(frozen=True, slots=True)
class Typed:
    """``column``: its values, and the oddities met."""

    column: Any  # a list, or a pandas array where a whole column could be read at once
    odd: tuple[Odd, ...] = ()


BLANKS = frozenset({"", "-", "--", "–", "n/a", "N/A"})


def clean(text: str) -> str:
    """Return text from outside in one line: control characters are blanks, blanks are single, ends are trimmed."""
    if text.isascii() and text.isprintable() and "  " not in text:
        return text.strip()
    safe = "".join(
        " " if unicodedata.category(c) in ("Cc", "Zs", "Zl", "Zp") else c for c in unicodedata.normalize("NFC", text)
    )
    return " ".join(safe.split())


def folded(text: str) -> str:
    """Return ``text`` as headings and choices are compared: no case, no accents, no marks of required, one blank."""
    plain = unicodedata.normalize("NFKD", clean(text).casefold())
    return " ".join(re.sub(r"[^\w%]+|_+", " ", "".join(c for c in plain if not unicodedata.combining(c))).split())


def shown(cell: object) -> str:
    """Return a cell as a person sees it, for quoting."""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell)) if abs(cell) < 1e15 else f"{cell:.6G}"
    if isinstance(cell, datetime):
        return cell.strftime("%Y-%m-%d %H:%M")
    return clean(str(cell))[:200]


def each(cells: Sequence[Any], one: Callable[[Any], tuple[Any, Kind | None, str]]) -> Typed:
    """Type cell by cell; ``one`` returns the value, an oddity or None, and its detail."""
    values: list[Any] = [None] * len(cells)
    odd: list[Odd] = []
    for position, cell in enumerate(cells):
        if cell == "" or cell is None:
            continue
        value, kind, detail = one(cell)
        values[position] = value
        if kind:
            odd.append((position, kind, shown(cell), detail))
    return Typed(values, tuple(odd))


def plain(cells: Sequence[Any]) -> bool:
    """Whether every cell is text that ``clean`` would leave alone, told at once for the whole column."""
    if set(map(type, cells)) - {str}:
        return False
    joined = "|".join(cells)
    return (
        joined.isascii()
        and joined.isprintable()
        and not any(blank in joined for blank in ("  ", " |", "| "))
        and joined == joined.strip()
    )


def floats(cells: Sequence[Any]) -> np.ndarray[Any, np.dtype[np.float64]] | None:
    """Return the cells as floats, NaN for blanks, or None when any cell is something else."""
    kinds = set(map(type, cells))
    if kinds - {float, str}:
        return None
    if str not in kinds:
        return np.asarray(cells, dtype=float)
    if any(type(cell) is str and cell for cell in cells):
        return None
    return np.array([math.nan if cell == "" else cell for cell in cells], dtype=float)
