"""Cells that look blank to a parser and are not: an error such as ``#N/A``, or a formula that was never calculated."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from zipfile import ZipInfo

from campaignctl.readers.package import Package, Unfit
from campaignctl.readers.pairs import holds_pair, pairs_at
from campaignctl.readers.stretches import stretches

_ROOT = re.compile(rb"<(?:([\w.-]+):)?worksheet\b")
_PLAIN = re.compile(
    rb'<c r="([A-Z]{1,3}\d{1,7})"([^>]*)><f(?: [^>]*)?(?:/>|>[^<]*</f>)(?:<v></v>|<v/>)?</c>',
)
"""A cell with a formula and without a result, as spreadsheet programs write it."""

_CELL, _ENDS_NAME, _DIGITS = b'<c r="', b" />", b'0123456789"'
_LONGEST_TAG = 300  # bytes
_FAR_APART = 512  # bytes between formulas from which on it is faster to look at them one by one
_SOME_COLUMN = b""
_PLACE = re.compile(rb"""\br\s*=\s*["']([A-Z]{1,3}\d{1,7})["']""")
_MOST = 100_000
"""Cells of each kind noted in one sheet; a sheet with more of them has been said enough about."""


@dataclass(frozen=True, slots=True)
class _Marks:
    """How cells are written in a sheet whose elements carry a prefix, or none."""

    opening: bytes
    closing: bytes
    formula: bytes
    error: re.Pattern[bytes]
    value: re.Pattern[bytes]
    uncalculated: re.Pattern[bytes]


@cache
def _marks(prefix: bytes) -> _Marks:
    p = re.escape(prefix)
    nothing = rb"(?:<%bv\s*/>|<%bv></%bv>)?" % (p, p, p)
    return _Marks(
        b"<%bc " % prefix,
        b"</%bc>" % prefix,
        b"<%bf" % prefix,
        re.compile(rb"""<%bc\s([^>]*?\bt\s*=\s*["']e["'][^>]*)>""" % p),
        re.compile(rb"<%bv>([^<]*)<" % p),
        re.compile(rb"<%bf\b[^>]*(?:/>|>[^<]*</%bf>)%b</%bc>" % (p, p, nothing, p)),
    )


class Hollow:
    """The hollow cells of one sheet, met piece by piece: ``errors`` by cell (``F7`` -> ``#N/A``)."""

    def __init__(self) -> None:
        self.errors: dict[str, str] = {}
        self._columns: set[bytes] = set()
        self._uncalculated: dict[str, None] = {}
        self._prefix: bytes | None = None
        self._plain = False
        self._error = b'"e"'

    def over(self, text: bytes) -> None:
        """Take in a stretch of the sheet's part; cells cut at its edges must come again whole with the next one."""
        if self._prefix is None:
            root = _ROOT.search(text)
            self._prefix = root[1] + b":" if root and root[1] else b""
            self._plain = not self._prefix and b'<c r="' in text
            self._error = b'"e"' if self._plain else b"e"
        marks = _marks(self._prefix)
        if len(self.errors) < _MOST and (not self._plain or holds_pair(text, b'"e')) and self._error in text:
            self._errors(text, marks)
        if holds_pair(text, marks.formula[-2:]):
            if self._plain:
                _note_columns(text, self._columns)
            elif len(self._uncalculated) < _MOST:
                self._element_by_element(text, marks)

    def uncalculated(self, path: Path, part: ZipInfo) -> "Uncalculated":
        """Return the cells never calculated of the sheet, which is a part of the package at ``path``."""
        return Uncalculated(
            tuple(self._uncalculated), frozenset(letters.decode() for letters in self._columns), path, part
        )

    def _errors(self, text: bytes, marks: _Marks) -> None:
        for tag in marks.error.finditer(text):
            place = _PLACE.search(tag[1])
            if place and not tag[1].endswith(b"/"):
                end = text.find(marks.closing, tag.end())
                value = marks.value.search(text, tag.end(), end if end >= 0 else tag.end())
                if end >= 0:
                    self.errors[place[1].decode()] = value[1].decode("utf-8", "replace")[:20] if value else "#ERROR"

    def _element_by_element(self, text: bytes, marks: _Marks) -> None:
        for formula in marks.uncalculated.finditer(text):
            tag = text[max(text.rfind(marks.opening, 0, formula.start()), 0) : formula.start()]
            place = _PLACE.search(tag)
            if place and b't="str"' not in tag:  # a text of no length is a result too
                self._uncalculated[place[1].decode()] = None


@dataclass(frozen=True, slots=True)
class Uncalculated:
    """The cells of a sheet whose formula was never calculated.

    A form holds thousands in columns that are not read back. So ``cells`` are those known, and the others are looked
    for in the package once it turns out that one of their ``columns`` is read.
    """

    cells: tuple[str, ...] = ()
    columns: frozenset[str] = frozenset()
    path: Path | None = field(default=None, compare=False)
    part: ZipInfo | None = field(default=None, compare=False)

    def among(self, columns: set[str]) -> tuple[str, ...]:
        """Return those that may stand in ``columns`` (letters), and perhaps others."""
        if self.path is None or self.part is None or not self.columns & {*columns, _SOME_COLUMN.decode()}:
            return self.cells
        return (*self.cells, *_looked_for(self.path, self.part))


def _note_columns(text: bytes, columns: set[bytes]) -> None:
    """Add the letters of columns with a formula that has no result; of one in an unusual cell, ``_SOME_COLUMN``."""
    formulas = [at for positions in pairs_at(text, b"<f") for at in positions.tolist()]
    if len(formulas) > len(text) // _FAR_APART:
        columns |= {cell[1].rstrip(_DIGITS) for cell in _PLAIN.finditer(text) if _without_result(cell)}
        return
    for at in formulas:
        if text[at + 2 : at + 3] in _ENDS_NAME:
            cell = text.rfind(_CELL, max(at - _LONGEST_TAG, 0), at)
            letters = text[cell + len(_CELL) : cell + len(_CELL) + 3].rstrip(_DIGITS) if cell >= 0 else _SOME_COLUMN
            if letters not in columns and (cell < 0 or _without_result(_PLAIN.match(text, cell))):
                columns.add(letters)


def _without_result(cell: re.Match[bytes] | None) -> bool:
    return cell is not None and b't="str"' not in cell[2]  # a text of no length is a result too


def _looked_for(path: Path, part: ZipInfo) -> Iterator[str]:
    """Yield the cells without a result in a sheet written as spreadsheet programs do; none of a file that is gone."""
    found: dict[str, None] = {}
    try:
        with path.open("rb") as file:
            for text, _ in stretches(Package(file, {}), part):
                if len(found) < _MOST:
                    found |= {cell[1].decode(): None for cell in _PLAIN.finditer(text) if _without_result(cell)}
    except (OSError, Unfit):
        return iter(())
    return iter(found)
