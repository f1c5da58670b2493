"""How a mark looks, and what it hides: a pale fill and a thick left edge, in the colours of errors and warnings.

The fill also says, in a colour that a solid fill never shows, which look it hides; so a mark can be taken out again
wherever its cell has moved to and whatever numbers a spreadsheet program has given to the styles.
"""

import re
from dataclasses import dataclass
from hashlib import sha256

from campaignctl.domain.returns import Standing
from campaignctl.writers.returns.markup import attribute, with_attributes
from campaignctl.writers.xlsx_style import ATTENTION, CAMPAIGN, ERROR_FILL, IDENTITIES, NEW_FILL, WARNING_FILL

_MARKS = {
    Standing.ERROR: (ERROR_FILL, ATTENTION),
    Standing.WARNING: (WARNING_FILL, IDENTITIES[1]),
    Standing.NOTE: (NEW_FILL, CAMPAIGN),
}
NO_FILL = b'<fill><patternFill patternType="none"/></fill>'
_EDGES = re.compile(rb"<left\b[^>]*?(?:/>|>.*?</left>)", re.DOTALL)
_RIGHT = re.compile(rb"<right\b([^>]*?)(?:/>|>(.*?)</right>)", re.DOTALL)
_COLOUR = re.compile(rb"""<(fgColor|bgColor)\b[^>]*?\brgb\s*=\s*["'](?:FF|00)?([0-9A-F]{6})["']""", re.IGNORECASE)
_TAGS = re.compile(rb"<(/?)([A-Za-z]\w*)((?:\s+[A-Za-z]\w*=\"[\w.\-+]*\")*)\s*(/?)>")
_ALLOWED = frozenset(
    b"fill patternFill fgColor bgColor gradientFill stop color border left right top bottom diagonal start end "
    b"vertical horizontal".split()
)


@dataclass(frozen=True, slots=True)
class Look:
    """What a mark hides: a fill and a border, as markup without prefixes."""

    fill: bytes
    border: bytes

    @property
    def code(self) -> str:
        """Six hexadecimal digits that stand for the look, as a colour does."""
        return sha256(self.fill + b"|" + self.border).hexdigest()[:6].upper()

    @property
    def is_sound(self) -> bool:
        """Whether it holds nothing but a fill and a border; it may come from a book that somebody else wrote."""
        kinds = ((self.fill, b"fill"), (self.border, b"border"))
        return all(len(markup) < 4000 and _only(markup, root) for markup, root in kinds)


def _only(markup: bytes, root: bytes) -> bool:
    """Whether ``markup`` is one element ``root``, its tags in pairs, of fills and borders alone."""
    opened: list[bytes] = []
    at = 0
    for tag in _TAGS.finditer(markup):
        if tag.start() != at or tag[2] not in _ALLOWED or (not opened and (at or tag[2] != root)):
            return False
        if tag[1]:
            if opened.pop() != tag[2] or tag[4] or tag[3]:
                return False
        elif not tag[4]:
            opened.append(tag[2])
        at = tag.end()
    return at == len(markup) > 0 and not opened


def marked_fill(standing: Standing, code: str) -> bytes:
    """Return the fill of a mark that hides the look ``code``."""
    pale = _MARKS[standing][0].lstrip("#")
    colours = f'<fgColor rgb="FF{pale}"/><bgColor rgb="FF{code}"/>'
    return f'<fill><patternFill patternType="solid">{colours}</patternFill></fill>'.encode()


def marked_border(standing: Standing, border: bytes) -> bytes:
    """Return a border with the left edge of a mark."""
    colour = _MARKS[standing][1].lstrip("#")
    return with_left(border, f'<left style="thick"><color rgb="FF{colour}"/></left>'.encode())


def hidden_by(fill: bytes, border: bytes) -> str | None:
    """Return the code of the look that a mark of this fill and border hides; None when they are no mark."""
    colours: dict[bytes, bytes] = {name.lower(): colour.upper() for name, colour in _COLOUR.findall(fill)}
    left = _EDGES.search(border)
    if b'"solid"' not in fill or left is None or b"thick" not in left[0]:
        return None
    for pale, edge in _MARKS.values():
        if colours.get(b"fgcolor") == pale.lstrip("#").encode() and edge.lstrip("#").encode() in left[0].upper():
            return colours.get(b"bgcolor", b"").decode()
    return None


def without_mark(border: bytes) -> Look:
    """Return a look to put where nobody knows any more what a mark hid: no fill, and the left edge as the right one."""
    right = _RIGHT.search(border)
    inner = right[2] if right else None
    left = b"<left%b>%b</left>" % (right[1], inner) if right and inner else b"<left/>"
    return Look(NO_FILL, with_left(border, left))


def with_left(border: bytes, left: bytes) -> bytes:
    """Return a border with another left edge."""
    if _EDGES.search(border):
        return _EDGES.sub(lambda _: left, border, count=1)
    if border.rstrip().endswith(b"/>") and border.count(b"<") == 1:
        return border.rstrip()[:-2].rstrip() + b">" + left + b"</border>"
    end = border.index(b">") + 1
    return border[:end] + left + border[end:]


def in_twin(xf: bytes, fill: int, border: int) -> bytes:
    """Return a cell style with another fill and border."""
    end = xf.index(b">") + 1
    tag = with_attributes(xf[:end], fillId=fill, borderId=border, applyFill=1, applyBorder=1)
    return tag + xf[end:]


def plain(xf: bytes) -> bytes:
    """Return a cell style without the flags that say which of its parts are its own, to compare it by."""
    end = xf.index(b">") + 1
    return with_attributes(xf[:end], applyFill=None, applyBorder=None) + xf[end:]


def whole_number(xf: bytes, name: bytes) -> int:
    """Return a number that a cell style refers to; 0 where it names none."""
    value = attribute(xf[: xf.index(b">") + 1], name)
    return int(value) if value and value.isdigit() else 0
