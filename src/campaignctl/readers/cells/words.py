"""Words, ids, choices and addresses as people type them into a sheet."""

import re
from collections.abc import Sequence
from datetime import date, time
from difflib import get_close_matches
from typing import Any

from campaignctl.domain.forms import Column
from campaignctl.domain.observations import Kind
from campaignctl.readers.cells.base import (
    BLANKS,
    Read,
    Reading,
    Typed,
    blanks_out,
    each,
    folded,
    joined_if_plain,
    shown,
)

_YES = frozenset({"yes", "y", "true", "1", "x", "✓", "sí", "si", "是"})
_NOT = frozenset({"no", "n", "false", "0", "否"})
_YES_OR_NO = frozenset({"Yes", "No"})
_SCIENTIFIC = re.compile(r"-?[0-9](?:[.,][0-9]+)?E\+[0-9]{2}", re.IGNORECASE)
_DIGITS_LOST = "Excel keeps 15 digits of a number; the last ones are lost"
_MOST_DIGITS = 10**15
_SUSPECT = ("'", "+", "/", "–", "—")


def texts(cells: Sequence[Any], column: Column, _reading: Reading) -> Typed:
    """Read text; numbers are taken as written."""
    longest = column.longest
    joined = joined_if_plain(cells)
    if joined is not None and (longest is None or max(map(len, cells), default=0) <= longest):
        return Typed(blanks_out(cells))

    def one(cell: Any) -> Read:
        text = cell if isinstance(cell, str) else shown(cell)
        if longest is not None and len(text) > longest:
            return text, Kind.TEXT_TOO_LONG, f"{len(text):,} characters, at most {longest:,}"
        return text, None, ""

    return each(cells, one)


def ids(cells: Sequence[Any], _column: Column, _reading: Reading) -> Typed:
    """Read ids as text. A long number has lost its last digits in Excel: it is named, never repaired."""
    joined = joined_if_plain(cells)
    if joined is not None and not _suspect(joined):
        return Typed(blanks_out(cells))
    return _with_numbers(cells)


def _suspect(joined: str) -> bool:
    """Whether ids, each behind a ``|``, hold a sign of one that may be damaged, or a word for nothing."""
    return any(sign in joined for sign in _SUSPECT) or ("-" in joined and "|-" in joined)


def _with_numbers(cells: Sequence[Any]) -> Typed:
    """Read the few cells that hold no text apart: a column is not read cell by cell for their sake."""
    numbers = [at for at, cell in enumerate(cells) if type(cell) is not str]
    texts = ["" if type(cell) is not str else cell for cell in cells]
    joined = joined_if_plain(texts) if numbers else None
    if joined is None or _suspect(joined):
        return each(cells, _id)
    read = each([cells[at] for at in numbers], _id)
    column = list(blanks_out(texts))
    for at, value in zip(numbers, read.column, strict=True):
        column[at] = value
    return Typed(column, tuple((numbers[at], kind, value, detail) for at, kind, value, detail in read.odd))


def _id(cell: Any) -> Read:
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        if abs(cell) < _MOST_DIGITS:
            return shown(cell), None, ""
        return None, Kind.DAMAGED_ID, _DIGITS_LOST
    if isinstance(cell, date | time):
        return None, Kind.DAMAGED_ID, "Excel turned it into a date"
    text = shown(cell) if not isinstance(cell, str) else cell.lstrip("'").strip()
    if text in BLANKS:
        return None, None, ""
    if _SCIENTIFIC.fullmatch(text):
        return None, Kind.DAMAGED_ID, "it was turned into a number and back; the last digits are lost"
    return text, None, ""


def flags(cells: Sequence[Any], _column: Column, _reading: Reading) -> Typed:
    """Read yes or no."""
    return each(cells, _flag)


def _flag(cell: Any) -> Read:
    if isinstance(cell, bool):
        return cell, None, ""
    word = shown(cell).casefold()
    if word in BLANKS:
        return None, None, ""
    return (word in _YES, None, "") if word in _YES or word in _NOT else (None, Kind.NOT_A_CHOICE, "Yes or No")


def choices(cells: Sequence[Any], column: Column, reading: Reading) -> Typed:
    """Read one of the column's words, in any case and spacing; lists that people edit are not judged here."""
    allowed = column.choices or reading.choices.get(column.choices_from, ())
    if not allowed:
        return ids(cells, column, reading)
    by_fold = {folded(word): word for word in allowed}

    def one(cell: Any) -> Read:
        text = shown(cell)
        word = by_fold.get(folded(text))
        if word is None and _YES_OR_NO.issuperset(allowed):
            said = _flag(cell)[0]
            word = None if said is None else "Yes" if said else "No"
        if word in allowed or text in BLANKS:
            return word, None, ""
        near = get_close_matches(folded(text), by_fold, n=1, cutoff=0.7)
        return None, Kind.NOT_A_CHOICE, by_fold[near[0]] if near else ""

    return each(cells, one)


_EMAIL = re.compile(r"[^@\s;,<>\"]+@[^@\s;,<>\"]+\.[^@\s;,<>\"]{2,}")


def emails(cells: Sequence[Any], _column: Column, _reading: Reading) -> Typed:
    """Read one address, or several separated by ``;``."""
    return each(cells, _addresses)


def _addresses(cell: Any) -> Read:
    text = cell if isinstance(cell, str) else shown(cell)
    parts = [part.strip() for part in re.split(r"[;,]", text) if part.strip() not in BLANKS]
    bad = [part for part in parts if not _EMAIL.fullmatch(part)]
    return (None, Kind.NOT_AN_EMAIL, bad[0][:200]) if bad else ("; ".join(parts) or None, None, "")


def lists(cells: Sequence[Any], _column: Column, _reading: Reading) -> Typed:
    """Read several words separated by ``;`` or new lines, each trimmed, joined by ``; ``."""
    return each([_one_line(cell) if isinstance(cell, str) else cell for cell in cells], _listed)


def _one_line(text: str) -> str:
    return re.sub(r"[\r\n]+", ";", text.strip()) if "\n" in text or "\r" in text else text


def _listed(cell: Any) -> Read:
    if not isinstance(cell, str):
        return _id(cell)
    read = [_id(part.strip()) for part in cell.split(";") if part.strip()]
    damaged = next((one for one in read if one[1]), None)
    return damaged or ("; ".join(value for value, _, _ in read if value) or None, None, "")
