"""How far a sheet's cells reach: a parser lays out the whole rectangle in memory, whatever stands in it.

Spreadsheet programs open a cell as ``<c r="B7"``: those are counted with whole arrays of bytes at once. A sheet that
opens one in any other way, or whose blank but formatted cells reach too far, is walked element by element.
"""

from typing import Any
from xml.parsers import expat

import numpy as np
import numpy.typing as npt

MOST_CELLS = 16_000_000
"""Rows times columns over all sheets of a workbook."""

LAST_ROW, LAST_COLUMN = 1_048_576, 16_384

_OVERLAP = 64
_ATTRIBUTE = int.from_bytes(b' r="', "little")
Bytes = npt.NDArray[np.uint8]


class Extent:
    """The used area of one sheet, grown piece by piece; ``plain`` turns False when the sheet must be walked."""

    def __init__(self) -> None:
        self.rows = 0
        self.columns = 0
        self.seen = 0  # cells, some of them twice
        self.plain = True
        self._tail = b""

    @property
    def cells(self) -> int:
        """How many cells a parser would lay out."""
        return self.rows * self.columns

    def over(self, piece: bytes) -> None:
        """Take in the next bytes of the sheet's part."""
        text = self._tail + piece
        self._tail = text[-_OVERLAP:]
        if self.plain:
            self._measure(text)

    def end(self) -> None:
        """Take in what is left once the part has ended."""
        self.over(b"\n" * _OVERLAP)

    def _measure(self, text: bytes) -> None:
        at = np.frombuffer(text, np.uint8)
        opened = _cells_opened(at)
        opened = opened[opened < len(at) - 24]  # the rest is met again with the next piece
        if not len(opened):
            return
        words = np.ndarray((len(text) - 3,), "<u4", text, 0, (1,))
        if (words[opened + 1] != _ATTRIBUTE).any():
            self.plain = False
            return
        columns, digits_at = _columns(at, opened + 5)
        rows, ended_at = _numbers(at, digits_at)
        self.plain = bool((at[ended_at] == ord('"')).all() and (columns > 0).all() and (rows > 0).all())
        self.seen += len(opened)
        self.rows = max(self.rows, int(rows.max()))
        self.columns = max(self.columns, int(columns.max()))


def _cells_opened(at: Bytes) -> npt.NDArray[np.int64]:
    """Return the positions of the ``c`` in every ``<c`` or ``<x:c`` that is the whole name of an element."""
    before, here, after = at[:-2], at[1:-1], at[2:]
    found = here == ord("c")
    found &= (before == ord("<")) | (before == ord(":"))
    found &= (after <= ord(" ")) | (after == ord(">")) | (after == ord("/"))
    return np.flatnonzero(found) + 1


def _columns(at: Bytes, start: npt.NDArray[np.int64]) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    """Return the column numbers written in letters from ``start`` on, and where the letters end."""
    number, end = np.zeros(len(start), np.int64), start
    for _ in range(3):
        letter = at[end].astype(np.int64) - 64
        is_letter = (letter >= 1) & (letter <= 26) & (end - start == _)
        if not is_letter.any():
            break
        number = np.where(is_letter, number * 26 + letter, number)
        end = end + is_letter
    return number, end


def _numbers(at: Bytes, start: npt.NDArray[np.int64]) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    """Return the numbers written from ``start`` on, at most seven digits, and where they end."""
    number, end = np.zeros(len(start), np.int64), start
    for _ in range(7):
        digit = at[end].astype(np.int64) - 48
        is_digit = (digit >= 0) & (digit <= 9) & (end - start == _)
        if not is_digit.any():
            break
        number = np.where(is_digit, number * 10 + digit, number)
        end = end + is_digit
    return number, end


class Walk:
    """The used area of a sheet's cells that hold something, found element by element as a parser finds them."""

    def __init__(self) -> None:
        self.rows = 0
        self.columns = 0
        self.beyond = ""  # the first cell that no sheet can have
        self._row, self._column = 0, 0
        self._parser = expat.ParserCreate()
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end

    @property
    def cells(self) -> int:
        """How many cells a parser would lay out."""
        return self.rows * self.columns

    def over(self, piece: bytes, *, last: bool = False) -> None:
        """Take in the next bytes of the sheet's part; ``ExpatError`` when they are not XML."""
        self._parser.Parse(piece, last)

    def _start(self, name: str, attributes: dict[str, Any]) -> None:
        local = name.rpartition(":")[2]
        if local in ("v", "is"):
            self.rows, self.columns = max(self.rows, self._row), max(self.columns, self._column)
        elif local == "c":
            self._column += 1
            if "r" in attributes:
                self._place(attributes["r"])
        elif local == "row":
            self._row = int(attributes["r"]) if attributes.get("r", "").isdecimal() else self._row + 1
            self._column = 0

    def _end(self, name: str) -> None:
        pass

    def _place(self, cell: str) -> None:
        letters = cell.rstrip("0123456789")
        digits = cell[len(letters) :]
        if not (letters.isascii() and letters.isalpha() and digits) or len(letters) > 3 or len(digits) > 7:
            self.beyond = self.beyond or cell[:40]
            return
        self._column = 0
        for letter in letters.upper():
            self._column = self._column * 26 + ord(letter) - 64
        self._row = int(digits)
