"""Cells of a heat table are shaded in four steps of the template's own colour, with a text that can be read on each."""

from collections.abc import Mapping
from typing import Any

from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls

from campaignctl.writers.pptx.paragraphs import paint
from campaignctl.writers.pptx.scene import Shade

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
SHARES = (0.08, 0.22, 0.5, 1.0)
"""How much of the colour each step has; the rest is the ground."""

READABLE = 4.5
"""Contrast of text to its ground (WCAG 2.1, level AA)."""

_EDGES = ("lnL", "lnR", "lnT", "lnB", "lnTlToBr", "lnBlToTr", "cell3D")
_FILLS = {f"{A}{name}" for name in ("noFill", "solidFill", "gradFill", "blipFill", "pattFill", "grpFill")}


def shades(theme: Mapping[str, str]) -> tuple[Shade, ...]:
    """Return the four steps, lightest first; ``theme`` gives ``dk1``, ``lt1`` and ``accent1`` as six digits."""
    paper, ink, colour = (theme[name] for name in ("lt1", "dk1", "accent1"))
    grounds = [_mixed(colour, paper, share) for share in SHARES]
    return tuple(Shade(ground, _best(ground, ink, paper)) for ground in grounds)


def shade(cell: Any, look: Shade) -> None:
    """Fill an ``a:tc`` and set its text in the colour that is read on it."""
    properties = cell.find(f"{A}tcPr")
    for old in [each for each in properties if each.tag in _FILLS]:
        properties.remove(old)
    after = [each for each in properties if each.tag.removeprefix(A) in _EDGES]
    fill = parse_xml(_solid(look.ground))
    properties.insert(properties.index(after[-1]) + 1 if after else 0, fill)
    for run in cell.iter(f"{A}r", f"{A}fld"):
        paint(run, look.ink)


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours as the Web Content Accessibility Guidelines define it."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _best(ground: str, *inks: str) -> str:
    """Return the first ink that can be read on a ground, else the one that is read best."""
    readable = [ink for ink in inks if contrast(ink, ground) >= READABLE]
    return readable[0] if readable else max(inks, key=lambda ink: contrast(ink, ground))


def _solid(colour: str) -> str:
    return f'<a:solidFill {nsdecls("a")}><a:srgbClr val="{colour}"/></a:solidFill>'


def _mixed(colour: str, paper: str, share: float) -> str:
    pairs = zip(_parts(colour), _parts(paper), strict=True)
    return "".join(f"{round(share * mine + (1 - share) * ground):02X}" for mine, ground in pairs)


def _parts(colour: str) -> list[int]:
    return [int(colour[at : at + 2], 16) for at in (0, 2, 4)]


def _luminance(colour: str) -> float:
    shares = [part / 255 for part in _parts(colour)]
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
