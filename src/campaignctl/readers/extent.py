"""How far a sheet's cells reach: a parser lays out the whole rectangle in memory, whatever stands in it.

Spreadsheet programs open a cell as ``<c r="B7"``: those are measured with whole arrays of bytes at once. A sheet that
opens one in any other way, or whose blank but formatted cells reach too far, is walked element by element.
"""

import re
from collections.abc import Iterator
from typing import Any
from xml.parsers import expat

import numpy as np
import numpy.typing as npt

from campaignctl.readers.pairs import holds_pair, pairs_at

MOST_CELLS = 16_000_000
"""Rows times columns over all sheets of a workbook."""

LAST_ROW, LAST_COLUMN = 1_048_576, 16_384

_OVERLAP = 64
_ATTRIBUTE = int.from_bytes(b' r="', "little")
_QUOTE, _LAST_DIGIT = ord('"'), ord("9")
Words = npt.NDArray[np.uint64]
Positions = npt.NDArray[np.intp]


_SMALL_ROWS, _SMALL_COLUMNS = 999, 702
_NOT_SMALL = re.compile(rb'<c(?! r="[A-Z]{1,2}[0-9]{1,3}"|[A-Za-z])|:c[\s/>]')
_MOST_SMALL = 1 << 17  # bytes of a sheet that is not measured cell by cell


class Extent:
    """The used area of one sheet, grown piece by piece; ``plain`` turns False when the sheet must be walked.

    Of a small sheet among few it is enough to know that no cell lies beyond row 999 or column ZZ.
    """

    def __init__(self, *, among_few: bool) -> None:
        self._among_few = among_few
        self.rows = 0
        self.columns = 0
        self.met = 0  # cells, some of them twice
        self.plain = True
        self._tail = b""

    def over(self, piece: bytes, *, last: bool) -> None:
        """Take in the next bytes of the sheet's part, the last ones or not."""
        if self._among_few and last and not self._tail and len(piece) <= _MOST_SMALL and not _NOT_SMALL.search(piece):
            self.rows, self.columns, self.met = _SMALL_ROWS, _SMALL_COLUMNS, piece.count(b"<c ")
            return
        text = self._tail + piece + (b"\n" * _OVERLAP if last else b"")
        self._tail = text[-_OVERLAP:]
        if self.plain:
            self._measure(text)

    def _measure(self, text: bytes) -> None:
        opened = self._opened(text)
        if opened is None:
            self.plain = False
            return
        for farthest in _farthest(text, opened + 5):
            letters = farthest.rstrip(b"0123456789")
            digits = farthest[len(letters) :]
            if not (letters.isalpha() and letters.isupper() and digits):
                self.plain = False
                return
            self.columns = max(self.columns, column_number(letters.decode()))
            self.rows = max(self.rows, int(digits))

    def _opened(self, text: bytes) -> Positions | None:
        """Count the cells and return the positions of the ``c`` that opens each; None where one is not opened plainly.

        What follows the name is fetched once, four bytes at a time: every look at single places costs as much as a look
        at all bytes.
        """
        here = _positions(text)
        here = here[here < len(text) - 24]  # the rest is met again with the next piece
        follows = np.ndarray((max(len(text) - 3, 0),), "<u4", text, 0, (1,))[here + 1]
        plain = follows == _ATTRIBUTE
        if plain.all():
            self.met += len(here)
            return here
        after = follows & 0xFF
        opens = (after <= ord(" ")) | (after == ord(">")) | (after == ord("/"))
        self.met += int(opens.sum())
        return None if (opens & ~plain).any() else here[plain]


def column_number(letters: str) -> int:
    """Return the number of a column: A is 1, XFD is 16384; ``letters`` are capitals."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def _positions(text: bytes) -> Positions:
    """Return the positions of the ``c`` in every ``<c`` or ``<x:c``."""
    pairs = (b"<c", b":c") if b":" in text and holds_pair(text, b":c") else (b"<c",)
    return np.concatenate([positions + 1 for pair in pairs for positions in pairs_at(text, pair)])


def _farthest(text: bytes, start: Positions) -> Iterator[bytes]:
    """Yield references that together reach as far as all those that begin at ``start``.

    Among references of one length the one that comes last in the alphabet reaches farthest, so columns and rows are
    compared as numbers of eight bytes, each fetched once; a reference that is none comes out as it stands.
    """
    named = _eight_bytes(text, start)
    for letters in (1, 2, 3):
        ends = _byte(named, letters) <= _LAST_DIGIT
        if ends.any():
            column = _last_in_alphabet(named[ends], letters)
            for row in _farthest_rows(_eight_bytes(text, start[ends] + letters)):
                yield column + row
            start, named = start[~ends], named[~ends]
    if len(start):
        yield b"?"


def _farthest_rows(numbers: Words) -> Iterator[bytes]:
    """Yield the highest row number of each length; each ends in a quotation mark, and has at most seven digits."""
    for digits in range(1, 8):
        closed = _byte(numbers, digits) == _QUOTE
        if closed.any():
            yield _last_in_alphabet(numbers[closed], digits)
            numbers = numbers[~closed]
    if len(numbers):
        yield b"?"


def _eight_bytes(text: bytes, start: Positions) -> Words:
    """Return what begins at each position as a number, the first byte its highest."""
    return np.ndarray((max(len(text) - 7, 0),), "<u8", text, 0, (1,))[start].byteswap()


def _byte(words: Words, number: int) -> Words:
    return words >> np.uint64(56 - 8 * number) & np.uint64(0xFF)


def _last_in_alphabet(words: Words, length: int) -> bytes:
    return (int(words.max()) >> 8 * (8 - length)).to_bytes(length, "big")


class Walk:
    """The used area of a sheet's cells that hold something, found element by element as a parser finds them.

    ``beyond`` is the first cell that no sheet can have.
    """

    def __init__(self) -> None:
        self.rows = 0
        self.columns = 0
        self.met = 0  # cells that hold something
        self.beyond = ""
        self._row, self._column = 0, 0
        self._known: dict[str, int] = {}
        self._parser = expat.ParserCreate()
        self._parser.buffer_text = True
        self._parser.StartElementHandler = self._start
        self._parser.StartDoctypeDeclHandler = self._defined

    def over(self, piece: bytes) -> None:
        """Take in the next bytes of the sheet's part; ``ExpatError`` when they are not XML."""
        self._parser.Parse(piece, False)

    def _start(self, name: str, attributes: dict[str, Any]) -> None:
        local = name.rpartition(":")[2] if ":" in name else name
        if local == "c":
            if "r" in attributes:
                self._place(attributes["r"])
            else:
                self._column += 1
        elif local in {"v", "is"}:
            self.met += 1
            self.rows = max(self.rows, self._row)
            self.columns = max(self.columns, self._column)
        elif local == "row":
            self._row += 1
            if "r" in attributes:
                self._place("A" + attributes["r"])
            self._column = 0

    def _defined(self, *_: Any) -> None:
        raise expat.ExpatError("a document type definition")

    def _place(self, cell: str) -> None:
        letters = cell.rstrip("0123456789")
        digits = cell[len(letters) :]
        if not digits or len(digits) > 7:
            self.beyond = self.beyond or cell[:40]
            return
        if letters not in self._known:
            named = letters.isascii() and letters.isalpha() and len(letters) <= 3
            self._known[letters] = column_number(letters.upper()) if named else 0
        self._row, self._column = int(digits), self._known[letters]
        if not self._column:
            self.beyond = self.beyond or cell[:40]
