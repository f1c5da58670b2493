"""The boxes that notes stand in: an old kind of drawing, which every spreadsheet program still asks for."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from campaignctl.writers.report.measure import column_pixels, lines
from campaignctl.writers.returns.rows import row_and_column

_SPACES = {
    b"v": b"urn:schemas-microsoft-com:vml",
    b"o": b"urn:schemas-microsoft-com:office:office",
    b"x": b"urn:schemas-microsoft-com:office:excel",
}
_KIND = (
    b'<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">'
    b'<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>'
)
_SHAPE = (
    b'<v:shape id="_x0000_s%d" type="#_x0000_t202" style="position:absolute;visibility:hidden" fillcolor="#fff8e1"'
    b' o:insetmode="auto"%b><v:fill color2="#fff8e1"/><v:shadow on="t" color="black" obscured="t"/>'
    b'<v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div>'
    b'</v:textbox><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>%b</x:Anchor>'
    b"<x:AutoFill>False</x:AutoFill><x:Row>%d</x:Row><x:Column>%d</x:Column></x:ClientData></v:shape>"
)
_BLOCK = 1024  # shapes share out numbers in blocks
_IDS = re.compile(rb"_x0000_s([0-9]{1,9})\b")
_MAP = re.compile(rb"""(<o:idmap\b[^>]*?\bdata=["'])([0-9, ]*)(["'])""")
_DRAWN = re.compile(rb"<(?:\w+:)?shape\b.*?</(?:\w+:)?shape\s*>", re.DOTALL)
_AT = re.compile(rb"<(?:\w+:)?(Row|Column)>\s*([0-9]+)\s*</")
_WIDTH, _LINE, _MARGIN = 290, 16, 14  # pixels
_MOST_LINES = 18
_SIZE = 9.0  # points


@dataclass(frozen=True, slots=True)
class Shapes:
    """How wide a sheet's columns (by number) and how high its rows are, to give a box its size."""

    column_width: Callable[[int], float]
    row_height: float

    def anchor(self, row: int, column: int, text: str) -> bytes:
        """Return where the box of a note stands: right of its cell, a little higher, as large as its words."""
        wide, right = _WIDTH, column + 1
        while (pixels := column_pixels(self.column_width(right)) if self.column_width(right) else 0) < wide:
            wide, right = wide - pixels, right + 1
        count = sum(lines(line, _WIDTH - _MARGIN, _SIZE) for line in text.splitlines())
        high = max(self.row_height * 4 / 3, 1)
        top = max(row - 2, 0)
        rows, rest = divmod(min(count, _MOST_LINES) * _LINE + _MARGIN + 10, high)
        ends = (column, 15, top, 10, right - 1, int(wide), top + int(rows), int(rest))
        return b", ".join(b"%d" % end for end in ends)


def blank_drawing(block: int) -> bytes:
    """Return a drawing without shapes, whose shapes take their numbers from ``block``."""
    spaces = b" ".join(b'xmlns:%b="%b"' % pair for pair in _SPACES.items())
    layout = b'<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="%d"/></o:shapelayout>' % block
    return b"<xml %b>%b</xml>" % (spaces, layout)


def first_block(drawings: Iterable[bytes]) -> int:
    """Return the first block of numbers that none of a book's drawings uses."""
    used = {int(number) for drawing in drawings for found in _MAP.finditer(drawing) for number in _numbers(found[2])}
    return max(used, default=0) + 1


def with_shapes(drawing: bytes, shapes: Shapes, notes: Mapping[str, str]) -> bytes:
    """Return a drawing with a box for each note (by cell)."""
    end = drawing.rfind(b"</xml>")
    if end < 0:
        return drawing
    blocks = [int(number) for found in _MAP.finditer(drawing) for number in _numbers(found[2])] or [1]
    number = max([max(blocks) * _BLOCK, *(int(used) for used in _IDS.findall(drawing))])
    spaces = b"".join(
        b' xmlns:%b="%b"' % pair for pair in _SPACES.items() if b"xmlns:%b=" % pair[0] not in drawing[:2000]
    )
    made = [] if b'"_x0000_t202"' in drawing.replace(b'"#_x0000_t202"', b"") else [_with(_KIND, spaces)]
    for cell, text in notes.items():
        at = row_and_column(cell)
        if at:
            number += 1
            made.append(_SHAPE % (number, spaces, shapes.anchor(*at, text), at[0] - 1, at[1] - 1))
    grown = drawing[:end] + b"".join(made) + drawing[end:]
    needed = range(max(blocks) + 1, number // _BLOCK + 1)
    more = b"".join(b",%d" % block for block in needed)
    return _MAP.sub(lambda found: found[1] + found[2] + more + found[3], grown, count=1) if more else grown


def without_shapes(drawing: bytes, cells: set[str]) -> tuple[bytes, bool]:
    """Return a drawing without the boxes of the notes on ``cells``, and whether any shape is left."""
    places = {row_and_column(cell) for cell in cells}

    def kept(shape: re.Match[bytes]) -> bytes:
        at = {name: int(number) + 1 for name, number in _AT.findall(shape[0])}
        return b"" if b'"Note"' in shape[0] and (at.get(b"Row"), at.get(b"Column")) in places else shape[0]

    rest = _DRAWN.sub(kept, drawing)
    return rest, bool(_DRAWN.search(rest))


def _with(tag: bytes, spaces: bytes) -> bytes:
    return tag.replace(b' id="', spaces + b' id="', 1)


def _numbers(text: bytes) -> list[bytes]:
    return re.findall(rb"[0-9]{1,6}", text)
