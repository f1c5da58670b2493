"""A column is as wide as its longest value, its heading in two lines and its hint in a few; at most 38 characters."""

import math
from collections.abc import Iterable

from campaignctl.domain.forms import Column, Type
from campaignctl.writers.forms.values import words

WIDEST = 38
_INDENT = 2.5
_LEAST = {
    Type.DATE: 17.0,
    Type.DATETIME: 23.0,
    Type.MONEY: 13.0,
    Type.PERCENT: 11.0,
    Type.TEXT: 18.0,
    Type.EMAIL: 28.0,
    Type.LIST: 22.0,
    Type.URL: 26.0,
}
_SAMPLE = 200  # rows looked at; a longer value further down is still read, only not in full
_HEADER_LETTER = 1.2  # a bold letter of the heading, in widths of a digit
_NEARLY = 6.0  # characters by which a column is widened to keep its heading in one line
_HINT_LETTER = 0.80  # a small italic one
_HINT_LINE = 12.0  # points


def width(column: Column, values: Iterable[object], currency: str) -> float:
    """Return the width of a list sheet's column in characters: the declared one, or wide enough for its words.

    Only a declared width goes beyond ``WIDEST``.
    """
    shown = [words(value, column, currency) for value in (column.example, *values)]
    longest = max((len(text) for text in shown), default=0)
    natural = max(_LEAST.get(column.type, 10.0), longest + _INDENT, _choices(column))
    wide = max(column.width or natural, longest + _INDENT, _heading(column))
    one_line = _line(column) + _INDENT + 0.5
    return min(one_line if wide < one_line < wide + _NEARLY else wide, max(WIDEST, column.width or 0))


def _line(column: Column) -> float:
    return (len(column.name) + 2 * (column.required == "yes")) * _HEADER_LETTER


def _choices(column: Column) -> float:
    return max((len(choice) for choice in column.choices), default=0) + _INDENT + 1


def _heading(column: Column) -> float:
    """Return the least width at which the heading and its star take two lines."""
    parts = [*column.name.split(), *(["*"] if column.required == "yes" else [])]
    splits = [max(len(" ".join(parts[:cut])), len(" ".join(parts[cut:]))) for cut in range(1, len(parts) + 1)]
    return min(splits, default=0) * _HEADER_LETTER + _INDENT + 0.5


def sample(values: Iterable[object]) -> list[object]:
    """Return the first values, enough to choose a width."""
    return [value for value, _ in zip(values, range(_SAMPLE), strict=False)]


def hint_height(hints: Iterable[tuple[str, float]], least: float) -> float:
    """Return the height in points that shows every hint in full, given with the width of its column."""
    lines = max((_lines(text, across) for text, across in hints), default=1)
    return max(least, lines * _HINT_LINE + 4)


def _lines(text: str, across: float) -> int:
    room, used, lines = max(across - 1, 1) / _HINT_LETTER, 0.0, 1
    for word in text.split():
        if used and used + 1 + len(word) > room:
            lines, used = lines + 1, 0.0
        used += len(word) + (1 if used else 0)
        lines, used = lines + math.floor(used / room) if used > room else lines, used % room if used > room else used
    return lines
