"""The opening tags of cells, many at once: ``<c r="B7" s="5" t="s">``, walked from left to right all in step."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from campaignctl.readers.plain.digits import Bytes, Ints, whole
from campaignctl.readers.plain.never import NotPlain

MARGIN = 64
"""Bytes that must stand behind the last tag, so that looking ahead never leaves the text."""

_QUOTE, _BLANK, _SLASH, _END = b'" />'
_A, _S, _T = b"Ast"
_TEXT, _INLINE = b"str", b"inlineStr"
NUMBER, TEXT, SHARED, FLAG, ERROR, INLINE = range(6)
"""What a cell holds: a number, a formula's text, the place of a shared text, yes or no, an error, a text of its own."""

_NAMED, _SAYS = b' r="', b'="'
_LETTERED = np.full(256, -1, np.int8)
_LETTERED[list(b"nsbe")] = NUMBER, SHARED, FLAG, ERROR
_MOST_ROW_DIGITS, _MOST_STYLE_DIGITS = 7, 5


@dataclass(frozen=True, slots=True)
class Tags:
    """Cells by their opening tags: row and column counted from 1, style (0 where none is named), kind.

    ``inside`` is the position behind each tag; ``hollow`` tells which cells have nothing inside.
    """

    rows: Ints
    columns: Ints
    styles: Ints
    kinds: npt.NDArray[np.int8]
    inside: Ints
    hollow: npt.NDArray[np.bool_]


def tags(at: Bytes, end: int) -> Tags:
    """Return the cells that open before ``end``; ``NotPlain`` when one opens in any other way."""
    here = _opened(at[:end])
    if not follows(at, here + 1, _NAMED).all():
        raise NotPlain
    columns, place = _column(at, here + 1 + len(_NAMED))
    rows, place = whole(at, place, _MOST_ROW_DIGITS)
    if (columns == 0).any() or (rows == 0).any() or (at[place] != _QUOTE).any():
        raise NotPlain
    styles, kinds, place = _attributes(at, place + 1)
    hollow = at[place] == _SLASH
    if (at[place + hollow] != _END).any():
        raise NotPlain
    return Tags(rows, columns, styles, kinds, place + 1, hollow)


def _opened(at: Bytes) -> Ints:
    """Return the position of ``c`` in every ``<c`` that is the whole name of an element."""
    here = np.flatnonzero((at[:-1] == ord("<")) & (at[1:] == ord("c"))) + 1
    alone = at[here + 1] <= _END  # a blank, a slash or the end: letters come later, and so no col or cols
    return here if alone.all() else here[alone]


def _column(at: Bytes, place: Ints) -> tuple[Ints, Ints]:
    """Return the number of each column, 0 where no capital letter stands, and the position behind its letters."""
    column = np.zeros(len(place), np.int64)
    for _ in range(3):
        letter = at[place] - _A  # of bytes: a digit or quote comes out far above 25
        more = letter < 26
        if not more.any():
            break
        column = np.where(more, column * 26 + letter + 1, column)
        place = place + more
    return column, place


def _attributes(at: Bytes, place: Ints) -> tuple[Ints, npt.NDArray[np.int8], Ints]:
    """Return style and kind of each cell, in whichever order they are named, and the position behind both."""
    styles = np.zeros(len(place), np.int64)
    kinds = np.full(len(place), NUMBER, np.int8)
    place = place.copy()
    for _ in range(2):
        named = np.flatnonzero(at[place] == _BLANK)
        if not len(named):
            break
        name, value = at[place[named] + 1], place[named] + 4
        if not (follows(at, value - 2, _SAYS).all() and ((name == _S) | (name == _T)).all()):
            raise NotPlain
        styled, typed = np.flatnonzero(name == _S), np.flatnonzero(name == _T)
        styles[named[styled]], value[styled] = whole(at, value[styled], _MOST_STYLE_DIGITS)
        kinds[named[typed]], value[typed] = _kind(at, value[typed])
        if (at[value] != _QUOTE).any():
            raise NotPlain
        place[named] = value + 1
    return styles, kinds, place


def _kind(at: Bytes, value: Ints) -> tuple[npt.NDArray[np.int8], Ints]:
    """Return the kind that each cell names at ``value``, and the position behind its name."""
    kinds = _LETTERED[at[value]]
    long = np.flatnonzero(at[value + 1] != _QUOTE)
    value = value + 1
    if len(long):
        texts = follows(at, value[long] - 1, _TEXT)
        if not (texts | follows(at, value[long] - 1, _INLINE)).all():
            raise NotPlain
        kinds[long] = np.where(texts, TEXT, INLINE)
        value[long] += np.where(texts, len(_TEXT), len(_INLINE)) - 1
    if (kinds < 0).any():
        raise NotPlain
    return kinds, value


def follows(at: Bytes, start: Ints, word: bytes) -> npt.NDArray[np.bool_]:
    """Whether ``word`` stands at each position."""
    found: npt.NDArray[np.bool_] = at[start] == word[0]
    for further, letter in enumerate(word[1:], start=1):
        found &= at[start + further] == letter
    return found
