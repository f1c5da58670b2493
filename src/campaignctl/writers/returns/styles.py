"""The styles of a workbook grow: those of ours are added behind the seller's own, none of which changes or moves.

A marked cell takes the twin of its own style, which differs only in its fill and its left edge.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from campaignctl.domain.returns import Standing
from campaignctl.writers.returns.looks import (
    Look,
    hidden_by,
    in_twin,
    marked_border,
    marked_fill,
    plain,
    whole_number,
    without_mark,
)
from campaignctl.writers.returns.markup import (
    HEAD,
    MAIN,
    Element,
    Splice,
    appended,
    bare,
    outline,
    prefix_of,
    prefixed,
    quoted,
    spliced,
    with_attributes,
)
from campaignctl.writers.returns.refusal import CannotPatch

MOST = 64_000
"""Cell styles that a workbook may hold."""

EMPTY = (
    HEAD + b'<styleSheet xmlns="%b"><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>'
    b'<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>'
    b'</fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs '
    b'count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="1"><xf '
    b'numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs></styleSheet>' % MAIN.encode()
)
"""What a workbook without styles gets before any are added."""

_BUILT_IN = {"General": 0, "0": 1, "0.00": 2, "#,##0": 3, "#,##0.00": 4, "0%": 9, "0.00%": 10, "@": 49}
_FIRST_OWN = 164


@dataclass(slots=True)
class _Section:
    """The entries of one list of the styles; those from ``given`` on were added."""

    entries: list[bytes]
    given: int = 0
    number: dict[bytes, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.given = len(self.entries)
        for at, entry in enumerate(self.entries):
            self.number.setdefault(entry, at)

    def ensure(self, entry: bytes) -> int:
        """Return the number of an entry, which is added where there is none like it."""
        if entry not in self.number:
            self.number[entry] = len(self.entries)
            self.entries.append(entry)
        return self.number[entry]

    def __getitem__(self, number: int) -> bytes:
        return self.entries[number if number < len(self.entries) else 0]


class Styles:
    """The styles of one workbook; cells refer to them by number. ``CannotPatch`` when a list of them is missing."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._root = outline(data, 3)
        self._prefix = prefix_of(data, self._root)
        self._fonts, self._fills, self._borders = (self._section(name) for name in ("fonts", "fills", "borders"))
        self._xfs = self._section("cellXfs")
        self._formats = self._own_formats()
        self._new_formats: dict[str, int] = {}
        self._twins: dict[tuple[int, Standing], tuple[int, str]] = {}
        self._alike: dict[bytes, list[int]] = {}
        for at, xf in enumerate(self._xfs.entries):
            self._alike.setdefault(plain(xf), []).append(at)
        self.looks: dict[str, Look] = {}
        """By code, the looks that the twins made so far hide."""

    def _section(self, name: str) -> _Section:
        found = self._root.child(name)
        if found is None or not found.children:
            raise CannotPatch("lists its styles in a way that no spreadsheet program does")
        return _Section([bare(self._data[one.start : one.end], self._prefix) for one in found.children])

    def _own_formats(self) -> dict[str, int]:
        found = self._root.child("numFmts")
        return {
            one.attributes.get("formatCode", ""): int(one.attributes.get("numFmtId", "0"))
            for one in (found.children if found else ())
        }

    def twin(self, style: int, standing: Standing) -> tuple[int, str]:
        """Return the number of the style that marks a cell of ``style``, and the code of the look that it hides."""
        if (style, standing) not in self._twins:
            xf = self._xfs[style]
            fill, border = self._fills[whole_number(xf, b"fillId")], self._borders[whole_number(xf, b"borderId")]
            look = Look(fill, border)
            self.looks[look.code] = look
            marked = self._fills.ensure(marked_fill(standing, look.code))
            edged = self._borders.ensure(marked_border(standing, border))
            self._twins[style, standing] = self._xfs.ensure(in_twin(xf, marked, edged)), look.code
        return self._twins[style, standing]

    def marks(self) -> dict[int, str]:
        """Return the numbers of the styles that are marks of an earlier return, with the code of what each hides."""
        hidden = {}
        for at, xf in enumerate(self._xfs.entries):
            fill, border = self._fills[whole_number(xf, b"fillId")], self._borders[whole_number(xf, b"borderId")]
            code = hidden_by(fill, border)
            if code is not None:
                hidden[at] = code
        return hidden

    def unmarked(self, style: int, look: Look | None) -> int:
        """Return the number of the style that a mark hides, ``look`` being known or not."""
        xf = self._xfs[style]
        look = look or without_mark(self._borders[whole_number(xf, b"borderId")])
        own = in_twin(xf, self._fills.ensure(look.fill), self._borders.ensure(look.border))
        ids = whole_number(xf, b"fillId"), whole_number(xf, b"borderId")
        alike = self._alike.get(plain(own), [])
        exact = (at for at in alike if in_twin(self._xfs[at], *ids) == xf)
        return next(exact, alike[0]) if alike else self._xfs.ensure(own)

    def shown_as(self, style: int, number_format: str) -> int:
        """Return the number of the style that differs from ``style`` in its number format alone."""
        xf = self._xfs[style]
        end = xf.index(b">") + 1
        tag = with_attributes(xf[:end], numFmtId=self._format(number_format), applyNumberFormat=1)
        return self._xfs.ensure(tag + xf[end:])

    def own(self, font: bytes, fill: bytes, border: bytes, inside: bytes = b"") -> int:
        """Return the number of a style of ours, for texts; ``inside`` is its alignment and protection."""
        ids = (self._fonts.ensure(font), self._fills.ensure(fill), self._borders.ensure(border))
        flags = b'applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"'
        tag = b'<xf numFmtId="49" fontId="%d" fillId="%d" borderId="%d" xfId="0" %b' % (*ids, flags)
        tag += b' applyProtection="1"' if b"<protection" in inside else b""
        return self._xfs.ensure(tag + b">" + inside + b"</xf>" if inside else tag + b"/>")

    def _format(self, code: str) -> int:
        if code in _BUILT_IN:
            return _BUILT_IN[code]
        if code not in self._formats:
            self._formats[code] = self._new_formats[code] = max([_FIRST_OWN - 1, *self._formats.values()]) + 1
        return self._formats[code]

    def written(self) -> bytes:
        """Return the part; ``CannotPatch`` when it has grown beyond what a workbook may hold."""
        if len(self._xfs.entries) > MOST:
            raise CannotPatch("uses as many cell formats as a workbook may hold")
        splices = []
        for name, section in self._sections().items():
            found, added = self._root.child(name), section.entries[section.given :]
            if found is not None and added:
                markup = prefixed(b"".join(added), self._prefix)
                splices += appended(self._data, found, markup, **_counted(found, len(section.entries)))
        return spliced(self._data, splices + self._formats_added())

    def _sections(self) -> Mapping[str, _Section]:
        return {"fonts": self._fonts, "fills": self._fills, "borders": self._borders, "cellXfs": self._xfs}

    def _formats_added(self) -> list[Splice]:
        added = self._new_formats.items()
        if not added:
            return []
        markup = b"".join(b'<numFmt numFmtId="%d" formatCode="%b"/>' % (id_, quoted(code)) for code, id_ in added)
        found = self._root.child("numFmts")
        if found is not None:
            count = _counted(found, len(found.children) + len(added))
            return appended(self._data, found, prefixed(markup, self._prefix), **count)
        whole = b'<numFmts count="%d">%b</numFmts>' % (len(added), markup)
        return [(self._root.inner, self._root.inner, prefixed(whole, self._prefix))]


def _counted(section: Element, count: int) -> dict[str, int]:
    return {"count": count} if "count" in section.attributes else {}
