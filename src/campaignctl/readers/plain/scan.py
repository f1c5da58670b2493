"""A plain sheet is taken in piece by piece, as its part unpacks: what each cell holds, by row and column."""

from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from campaignctl.readers.extent import MOST_CELLS
from campaignctl.readers.plain.digits import Bytes, Floats, Ints, decimals, whole
from campaignctl.readers.plain.never import NotPlain
from campaignctl.readers.plain.tags import FLAG, INLINE, MARGIN, NUMBER, SHARED, TEXT, Tags, follows, tags

_LONGEST_ROW = 1 << 20  # bytes
_MOST_SHARED_DIGITS = 8
_PAD = b" " * MARGIN
_ENDS = b"</sheetData"
_VALUE, _OWN_TEXT, _KEPT_TEXT = b"<v>", b"<is><t>", b'<is><t xml:space="preserve">'
_TEXT_ENDS = b"</t></is></c>"


@dataclass(frozen=True, slots=True)
class Cells:
    """Some cells: rows and columns, counted from 1, and what each holds."""

    rows: npt.NDArray[np.int32]
    columns: npt.NDArray[np.int16]
    values: npt.NDArray[np.int32] | Floats


@dataclass(slots=True)
class Scan:
    """The cells of one sheet met so far, and how far they reach.

    ``numbers`` hold their value, ``shared`` a place among the texts that cells share, ``own`` one among ``texts``,
    ``flags`` 0 or 1. ``styles`` are those of cells with a number.
    """

    rows: int = 0
    columns: int = 0
    met: int = 0
    numbers: list[Cells] = field(default_factory=list)
    shared: list[Cells] = field(default_factory=list)
    own: list[Cells] = field(default_factory=list)
    flags: list[Cells] = field(default_factory=list)
    texts: dict[bytes, int] = field(default_factory=dict)
    styles: set[int] = field(default_factory=set)
    ended: bool = False
    _tail: bytes = b""

    def over(self, piece: bytes) -> None:
        """Take in the next bytes of the sheet's part; ``NotPlain`` when they hold anything that is not plain."""
        if self.ended:
            return
        text = b"".join((self._tail, piece, _PAD))
        cut = text.rfind(b"<row ")  # the last row comes again, whole, with the next piece
        end = text.find(_ENDS, max(cut, 0))
        self.ended = end >= 0
        if self.ended:
            cut = end
        elif len(text) - cut > _LONGEST_ROW:
            raise NotPlain
        if cut > 0:
            self._take(text, cut)
        self._tail = b"" if self.ended else text[max(cut, 0) : -MARGIN]

    def end(self) -> None:
        """Say that the part has ended; ``NotPlain`` when the sheet's data have not."""
        if not self.ended:
            raise NotPlain

    def _take(self, text: bytes, cut: int) -> None:
        if b"!" in text and b"<!" in text[:cut]:  # one sign is found many times faster than two
            raise NotPlain
        at = np.frombuffer(text, np.uint8)
        met = tags(at, cut)
        if self.met > MOST_CELLS:
            raise NotPlain
        if len(met.rows):
            self.met += len(met.rows)
            self.rows = max(self.rows, int(met.rows.max()))
            self.columns = max(self.columns, int(met.columns.max()))
            self._by_kind(text, at, met, _values(text, at, met, cut))

    def _by_kind(self, text: bytes, at: Bytes, met: Tags, start: Ints) -> None:
        for kind, told in (
            *((NUMBER, self.numbers), (SHARED, self.shared), (FLAG, self.flags)),
            *((TEXT, self.own), (INLINE, self.own)),
        ):
            here = np.flatnonzero((met.kinds == kind) & (start > 0))
            if not len(here):
                continue
            place = start[here]
            values: npt.NDArray[np.int32] | Floats
            if kind == NUMBER:
                self.styles.update(np.flatnonzero(np.bincount(met.styles[here])).tolist())
                values = decimals(text, at, place)
            elif kind in (TEXT, INLINE):
                values = self._own(text, place, inline=kind == INLINE)
            else:
                values = _digits(at, place, _MOST_SHARED_DIGITS if kind == SHARED else 1)
            told.append(Cells(met.rows[here].astype(np.int32), met.columns[here].astype(np.int16), values))

    def _own(self, text: bytes, start: Ints, *, inline: bool) -> npt.NDArray[np.int32]:
        """Return the places among ``texts`` of texts that stand in their own cells."""
        known = self.texts
        said = (_inline(text, begin) if inline else text[begin : text.find(b"<", begin)] for begin in start.tolist())
        return np.fromiter((known.setdefault(each, len(known)) for each in said), np.int32, len(start))


def _digits(at: Bytes, start: Ints, most: int) -> npt.NDArray[np.int32]:
    number, end = whole(at, start, most)
    if (at[end] != ord("<")).any() or (end == start).any() or (most == 1 and number.max() > 1):
        raise NotPlain
    return number.astype(np.int32)


def _inline(text: bytes, start: int) -> bytes:
    """Return a text that stands in its own cell; its ends are trimmed unless it says that they matter."""
    end = text.find(b"<", start)
    if not text.startswith(_TEXT_ENDS, end):
        raise NotPlain
    return text[start:end] if text[start - 2] == ord('"') else text[start:end].strip()


def _values(text: bytes, at: Bytes, met: Tags, cut: int) -> Ints:
    """Return where the value of each cell begins, 0 where it has none."""
    inline = met.kinds == INLINE
    start = np.where(follows(at, met.inside, _VALUE) & ~met.hollow & ~inline, met.inside + len(_VALUE), 0)
    if inline.any():
        own = np.flatnonzero(inline & follows(at, met.inside, _OWN_TEXT))
        start[own] = met.inside[own] + len(_OWN_TEXT)
    following = np.append(met.inside[1:], cut)
    for odd in np.flatnonzero((start == 0) & ~met.hollow).tolist():
        start[odd] = _value_of(text, int(met.inside[odd]), int(following[odd]))
    start[at[start] == ord("<")] = 0  # an empty value is none
    return start


def _value_of(text: bytes, inside: int, following: int) -> int:
    """Return where a cell's value begins that does not stand first in it, 0 when it has none."""
    if text.startswith(b"</c>", inside):
        return 0
    if text.startswith(_KEPT_TEXT, inside):
        return inside + len(_KEPT_TEXT)
    value = text.find(_VALUE, inside, following)
    if not text.startswith(b"<f", inside) or (value < 0 and text.find(b"<v", inside, following) >= 0):
        raise NotPlain
    return value + len(_VALUE) if value >= 0 else 0
