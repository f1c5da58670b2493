"""Type on a picture: the font that comes with Pillow, set in lines that fit, and only with letters it has.

Every machine has this font and no other is sure to be there, so equal documents make equal pictures. It knows English
letters alone: accents are taken off, signs are written plainly, and letters of other scripts stand as question marks.
"""

import unicodedata
from dataclasses import dataclass
from functools import cache

from PIL import ImageDraw, ImageFont

Face = ImageFont.FreeTypeFont | ImageFont.ImageFont

UNKNOWN = "?"
_PLAINER = {
    "−": "-",
    "–": "-",
    "…": "...",
    "’": "'",
    "“": '"',
    "”": '"',
    "‹": "<",
    "›": ">",
    "∗": "*",
    "·": "-",
    "×": "x",
    "≥": ">=",
    "≤": "<=",
    "€": "EUR ",
    "£": "GBP ",
    "¥": "JPY ",
    "₫": "VND ",
    "฿": "THB ",
    "₱": "PHP ",
    "ø": "o",
    "Ø": "O",
    "ł": "l",
    "Ł": "L",
    "ß": "ss",
    "æ": "ae",
    "Æ": "AE",
    "œ": "oe",
    "ı": "i",
    "đ": "d",
    "Đ": "D",
}
_NO_LETTER = "\uffff"


@dataclass(frozen=True, slots=True)
class Type:
    """How text is set: height in pixels, weight and colour."""

    size: int
    bold: bool = False
    colour: str = "#14213D"

    @property
    def strikes(self) -> int:
        """How often a line is drawn, each a pixel further right: the font has one weight only."""
        return 1 + max(1, self.size // 20) if self.bold else 1


@cache
def face(size: int) -> Face:
    """Return the font in a size."""
    return ImageFont.load_default(size)


def put(pen: ImageDraw.ImageDraw, at: tuple[float, float], line: str, kind: Type, halo: str = "") -> None:
    """Draw a legible line; ``halo`` is a colour behind its letters, for where something crosses them."""
    x, y = at
    if halo:
        pen.text((x, y), line, font=face(kind.size), fill=halo, stroke_width=3, stroke_fill=halo)
    for strike in range(kind.strikes):
        pen.text((x + strike, y), line, font=face(kind.size), fill=kind.colour)


def legible(text: str) -> str:
    """Return a text with every letter that the font lacks as a plainer one, or as a question mark."""
    return "".join(char if _has(char) else _plainer(char) for char in text)


def is_legible(text: str) -> bool:
    """Whether no letter of a text is lost on the picture."""
    return all(_has(char) or _plainer(char) != UNKNOWN for char in text)


def _plainer(char: str) -> str:
    if char in _PLAINER:
        return _PLAINER[char]
    base = unicodedata.normalize("NFKD", char)
    kept = "".join(part for part in base if not unicodedata.combining(part))
    return kept if kept and kept != char and all(_has(part) for part in kept) else UNKNOWN


@cache
def _has(char: str) -> bool:
    font = face(20)
    return char == " " or bytes(font.getmask(char)) != bytes(font.getmask(_NO_LETTER))


def wrapped(text: str, kind: Type, width: float, most: int) -> list[str]:
    """Return ``text`` in at most ``most`` lines of ``width`` pixels; what has no room ends in an ellipsis."""
    lines = [""]
    for word in legible(text).split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and length(longer, kind) > width:
            lines.append(word)
        else:
            lines[-1] = longer
    cut = len(lines) > most
    return [_shortened(line, kind, width, always=cut and at == most - 1) for at, line in enumerate(lines[:most])]


def length(text: str, kind: Type) -> float:
    """Return how many pixels wide a text is."""
    return face(kind.size).getlength(text) + kind.strikes - 1


def _shortened(line: str, kind: Type, width: float, *, always: bool) -> str:
    if not always and length(line, kind) <= width:
        return line
    more = legible("…")
    while line and length(line + more, kind) > width:
        line = line[:-1]
    return line.rstrip() + more
