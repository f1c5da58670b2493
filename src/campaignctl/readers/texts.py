"""Texts that many cells share: a package holds each once, a parser makes a copy for every cell that shows it.

So a small file can ask for more memory than there is. Mostly the longest text times the number of cells is little;
else the copies are counted.
"""

import re
from collections.abc import Iterable

import numpy as np
import numpy.typing as npt

MOST_TEXT = 512 << 20
"""Bytes of text in all cells together."""

SHARED = "xl/sharedstrings.xml"
"""Where parsers look for the texts, in small letters."""

_MOST_TEXTS = 16_000_000
_OVERLAP = 16
_SHOWN = re.compile(rb">\s*([0-9]{1,8})\s*<")


class Texts:
    """The lengths of the shared texts in bytes, their markup included, in their order."""

    def __init__(self) -> None:
        self._starts: list[npt.NDArray[np.int64]] = []
        self._count = 0
        self._length = 0
        self._tail = b""

    @property
    def too_many(self) -> bool:
        """Whether there are more texts than a workbook may have cells."""
        return self._count > _MOST_TEXTS

    def over(self, piece: bytes) -> None:
        """Take in the next bytes of the part."""
        text = self._tail + piece
        at = np.frombuffer(text, np.uint8)
        named = np.flatnonzero((at[1:-2] == ord("s")) & (at[2:-1] == ord("i"))) + 1
        named = named[named < len(at) - 3]
        before, after = at[named - 1], at[named + 2]
        opens = ((before == ord("<")) | (before == ord(":"))) & (
            (after <= ord(" ")) | (after == ord(">")) | (after == ord("/"))
        )
        # the last bytes come again with the next piece
        starts = named[opens & (named <= len(at) - _OVERLAP)].astype(np.int64) + self._length - len(self._tail)
        self._starts.append(starts)
        self._count += len(starts)
        self._length += len(piece)
        self._tail = text[-_OVERLAP:]

    def lengths(self) -> npt.NDArray[np.int64]:
        """Return the length of each text."""
        return np.diff(np.concatenate([*self._starts, np.array([self._length])]))


def copied(lengths: npt.NDArray[np.int64], pieces: Iterable[bytes]) -> int:
    """Return the bytes of text that a sheet's cells ask for, taking every number in it for that of a text."""
    total, tail = 0, b""
    for piece in pieces:
        text = tail + piece
        shown = np.array(_SHOWN.findall(text)).astype(np.int64)
        total += int(lengths[shown[shown < len(lengths)]].sum())
        tail = text[max(text.rfind(b">"), len(text) - _OVERLAP) :]
    return total
