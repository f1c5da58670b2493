"""How wide a text comes out: measured on the metric twins of Office's fonts, estimated where they are absent."""

import unicodedata
from functools import cache

from PIL import ImageFont

LINE = 1.22  # height of a line as a share of the type size, as Calibri and its twin have it
_SAMPLE = 1000  # points at which a character is measured

_FILES = {
    "Calibri": ("Carlito-{}.ttf", "calibri{}.ttf"),
    "Arial": ("LiberationSans-{}.ttf", "arial{}.ttf"),
    "Times New Roman": ("LiberationSerif-{}.ttf", "times{}.ttf"),
}
_ESTIMATES = (("ijl.,:;|!'()[]{}·", 0.26), ("frtI-/", 0.35), ("mwMW%@&", 0.84), ("▲▼●■—…", 0.9), (" ", 0.23))


@cache
def advance(char: str, family: str, *, bold: bool) -> float:
    """Return the width of a character as a share of the type size."""
    if unicodedata.east_asian_width(char) in "WF":
        return 1.0
    font = _font(family, bold=bold)
    if font is None:
        return _estimate(char) * (1.05 if bold else 1.0)
    return font.getlength(char) / _SAMPLE


def is_measured(family: str) -> bool:
    """Whether the widths of a font, or of one that is as wide, are known on this machine."""
    return family in _FILES and _font(family, bold=False) is not None


def width(text: str, size: float, family: str, *, bold: bool) -> float:
    """Return the width of a text in points, kerning left out (it only makes text narrower)."""
    return size * sum(advance(char, family, bold=bold) for char in text)


@cache
def _font(family: str, *, bold: bool) -> ImageFont.FreeTypeFont | None:
    twin, own = _FILES.get(family, _FILES["Arial"])  # Arial is wide: an unknown font rarely needs more room
    for name in (
        twin.format("Bold" if bold else "Regular"),
        own.format(("b" if twin[0] == "C" else "bd") if bold else ""),
    ):
        try:
            return ImageFont.truetype(name, _SAMPLE)
        except OSError:
            continue
    return None


def _estimate(char: str) -> float:
    for chars, share in _ESTIMATES:
        if char in chars:
            return share
    return 0.63 if char.isupper() else 0.53
