"""Type on a picture: the house's font or its metric twin, set in lines that fit, and only with letters it has."""

from dataclasses import dataclass
from functools import cache

from PIL import ImageFont

Face = ImageFont.FreeTypeFont | ImageFont.ImageFont

_FILES = {
    False: ("Carlito-Regular.ttf", "calibri.ttf", "LiberationSans-Regular.ttf", "arial.ttf", "DejaVuSans.ttf"),
    True: ("Carlito-Bold.ttf", "calibrib.ttf", "LiberationSans-Bold.ttf", "arialbd.ttf", "DejaVuSans-Bold.ttf"),
}
_PLAINER = {"−": "-", "–": "-", "·": "-", "…": "...", "’": "'", "“": '"', "”": '"', "‹": "<", "›": ">", "∗": "*"}
_NO_LETTER = "\uffff"


@dataclass(frozen=True, slots=True)
class Type:
    """How text is set: height in pixels, weight and colour."""

    size: int
    bold: bool = False
    colour: str = "#14213D"


@cache
def face(size: int, *, bold: bool) -> Face:
    """Return the first font of the house that this machine has, else the one that comes with Pillow."""
    for name in _FILES[bold]:
        try:
            return ImageFont.truetype(name, size, layout_engine=ImageFont.Layout.BASIC)
        except OSError:
            continue
    return ImageFont.load_default(size)


def legible(text: str, kind: Type) -> str:
    """Return a text with every letter that the font lacks as a plainer sign, or as a question mark."""
    return "".join(char if _has(char, kind.size, kind.bold) else _PLAINER.get(char, "?") for char in text)


@cache
def _has(char: str, size: int, bold: bool) -> bool:  # noqa: FBT001 (a key of the cache)
    font = face(size, bold=bold)
    return char == " " or bytes(font.getmask(char)) != bytes(font.getmask(_NO_LETTER))


def wrapped(text: str, kind: Type, width: float, most: int) -> list[str]:
    """Return ``text`` in at most ``most`` lines of ``width`` pixels; what has no room ends in an ellipsis."""
    lines = [""]
    for word in legible(text, kind).split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and length(longer, kind) > width:
            lines.append(word)
        else:
            lines[-1] = longer
    cut = len(lines) > most
    return [_shortened(line, kind, width, always=cut and at == most - 1) for at, line in enumerate(lines[:most])]


def length(text: str, kind: Type) -> float:
    """Return how many pixels wide a text is."""
    return face(kind.size, bold=kind.bold).getlength(text)


def _shortened(line: str, kind: Type, width: float, *, always: bool) -> str:
    if not always and length(line, kind) <= width:
        return line
    more = legible("…", kind)
    while line and length(line + more, kind) > width:
        line = line[:-1]
    return line.rstrip() + more
