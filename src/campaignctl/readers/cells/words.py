"""Words, ids, choices and addresses as people type them into a sheet."""

import re
from collections.abc import Sequence
from difflib import get_close_matches
from typing import Any

from campaignctl.domain.forms import Column
from campaignctl.domain.observations import Kind
from campaignctl.readers.cells.base import BLANKS, Reading, Typed, clean, each, folded, plain, shown

_YES = frozenset({"yes", "y", "true", "1", "x", "✓", "sí", "si", "是"})
_NOT = frozenset({"no", "n", "false", "0", "否"})
_LOOKS_DAMAGED = re.compile(r"\d[.,]?\d*[eE]\+?\d{2}")
_DAMAGED = re.compile(r"-?\d(\.\d+)?E\+?\d{2}", re.IGNORECASE)


def texts(cells: Sequence[Any], column: Column, _reading: Reading) -> Typed:
    """Read text; numbers are taken as written."""
    longest = column.longest or 32_767
    if plain(cells) and max(map(len, cells), default=0) <= longest:
        return Typed([cell or None for cell in cells])

    def one(cell: Any) -> tuple[str | None, Kind | None, str]:
        text = clean(cell) if isinstance(cell, str) else shown(cell)
        if len(text) > longest:
            return text, Kind.TEXT_TOO_LONG, f"{len(text)} characters, at most {longest}"
        return text or None, None, ""

    return each(cells, one)


def ids(cells: Sequence[Any], _column: Column, _reading: Reading) -> Typed:
    """Read ids as text. A long number has lost its last digits in Excel: it is named, never repaired."""
    if plain(cells) and not _LOOKS_DAMAGED.search(joined := "|".join(cells)) and "'" not in joined:
        return Typed([cell or None for cell in cells])

    def one(cell: Any) -> tuple[str | None, Kind | None, str]:
        if isinstance(cell, float):
            if abs(cell) >= 1e15:
                return None, Kind.DAMAGED_ID, "Excel keeps 15 digits of a number; the last ones are lost"
            return shown(cell), None, ""
        text = clean(str(cell)).lstrip("'")
        if _DAMAGED.fullmatch(text.replace(",", ".")):
            return None, Kind.DAMAGED_ID, "it was turned into a number and back; the last digits are lost"
        return text or None, None, ""

    return each(cells, one)


def flags(cells: Sequence[Any], _column: Column, _reading: Reading) -> Typed:
    """Read yes or no."""

    def one(cell: Any) -> tuple[bool | None, Kind | None, str]:
        if isinstance(cell, bool):
            return cell, None, ""
        word = shown(cell).casefold()
        if word in _YES or word in _NOT:
            return word in _YES, None, ""
        return None, Kind.NOT_A_CHOICE, "Yes or No"

    return each(cells, one)


def choices(cells: Sequence[Any], column: Column, reading: Reading) -> Typed:
    """Read one of the column's words, in any case and spacing; lists that people edit are not judged here."""
    allowed = column.choices or reading.choices.get(column.choices_from, ())
    if not allowed:
        return texts(cells, column, reading)
    by_fold = {folded(word): word for word in allowed}
    known: dict[Any, tuple[str | None, Kind | None, str]] = {}

    def one(cell: Any) -> tuple[str | None, Kind | None, str]:
        if cell not in known:
            text = shown(cell)
            word = by_fold.get(folded(text))
            if word is None and text not in BLANKS:
                near = get_close_matches(folded(text), by_fold, n=1, cutoff=0.7)
                known[cell] = (None, Kind.NOT_A_CHOICE, by_fold[near[0]] if near else "")
            else:
                known[cell] = (word, None, "")
        return known[cell]

    return each(cells, one)


_EMAIL = re.compile(r"[^@\s;,<>\"]+@[^@\s;,<>\"]+\.[^@\s;,<>\"]{2,}")


def emails(cells: Sequence[Any], _column: Column, _reading: Reading) -> Typed:
    """Read one address, or several separated by ``;``."""

    def one(cell: Any) -> tuple[str | None, Kind | None, str]:
        parts = [part.strip() for part in re.split(r"[;,]", shown(cell)) if part.strip()]
        bad = [part for part in parts if not _EMAIL.fullmatch(part)]
        if bad:
            return None, Kind.NOT_AN_EMAIL, bad[0]
        return "; ".join(parts), None, ""

    return each(cells, one)


def lists(cells: Sequence[Any], _column: Column, _reading: Reading) -> Typed:
    """Read several words separated by ``;``, each trimmed, joined by ``; ``."""

    def one(cell: Any) -> tuple[str | None, Kind | None, str]:
        if isinstance(cell, float) and abs(cell) >= 1e15:
            return None, Kind.DAMAGED_ID, "Excel keeps 15 digits of a number; the last ones are lost"
        parts = [part.strip() for part in re.split(r"[;\n]", str(cell) if isinstance(cell, str) else shown(cell))]
        return "; ".join(clean(part) for part in parts if part) or None, None, ""

    return each(cells, one)
