"""Cells that look blank to a parser and are not: an error such as ``#N/A``, or a formula that was never calculated."""

import re
from dataclasses import dataclass
from functools import cache

from campaignctl.readers.pairs import holds_pair

_ROOT = re.compile(rb"<(?:([\w.-]+):)?worksheet\b")
_PLAIN = re.compile(
    rb'<c r="([A-Z]{1,3}\d{1,7})"([^>]*)><f(?: [^>]*)?(?:/>|>[^<]*</f>)(?:<v></v>|<v/>)?</c>',
)
"""A cell with a formula and without a result, as spreadsheet programs write it."""

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
    """The hollow cells of one sheet, met piece by piece: ``errors`` by cell (``F7`` -> ``#N/A``), ``uncalculated``."""

    def __init__(self) -> None:
        self.errors: dict[str, str] = {}
        self.uncalculated: dict[str, None] = {}
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
        if len(self.uncalculated) < _MOST and holds_pair(text, marks.formula[-2:]) and marks.formula in text:
            self._uncalculated(text, marks)

    def _errors(self, text: bytes, marks: _Marks) -> None:
        for tag in marks.error.finditer(text):
            place = _PLACE.search(tag[1])
            if place and not tag[1].endswith(b"/"):
                end = text.find(marks.closing, tag.end())
                value = marks.value.search(text, tag.end(), end if end >= 0 else tag.end())
                if end >= 0:
                    self.errors[place[1].decode()] = value[1].decode("utf-8", "replace")[:20] if value else "#ERROR"

    def _uncalculated(self, text: bytes, marks: _Marks) -> None:
        if not self._plain:
            self._element_by_element(text, marks)
        else:
            blank = (cell.decode() for cell, about in _PLAIN.findall(text) if b't="str"' not in about)
            self.uncalculated.update(dict.fromkeys(blank))

    def _element_by_element(self, text: bytes, marks: _Marks) -> None:
        for formula in marks.uncalculated.finditer(text):
            tag = text[max(text.rfind(marks.opening, 0, formula.start()), 0) : formula.start()]
            place = _PLACE.search(tag)
            if place and b't="str"' not in tag:  # a text of no length is a result too
                self.uncalculated[place[1].decode()] = None
