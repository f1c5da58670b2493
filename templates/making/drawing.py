"""Text boxes, rectangles, rules and groups, each under the name by which the deck writer finds it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.slide import Slide

from making.look import Box, Type, emu, fill, line

Run = tuple[str, Type]
NOWHERE = Box(0, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Spot:
    """A shape to be: its slide, the name by which it is found, its place, and ``alt``, words for the deck writer."""

    slide: Slide
    name: str
    box: Box = NOWHERE
    alt: str = ""


def identity(slide: Slide) -> int:
    """Return the next free shape id of a slide."""
    return 1 + max(int(value) for value in slide._element.xpath("//p:cNvPr/@id"))  # noqa: SLF001 (no public way)


def run(text: str, look: Type) -> str:
    """Return one run of text."""
    return (
        f'<a:r><a:rPr lang="en-US" sz="{round(look.size * 100)}" b="{int(look.bold)}" dirty="0">'
        f"{fill(look.colour)}</a:rPr><a:t>{escape(text)}</a:t></a:r>"
    )


def paragraph(runs: Sequence[Run], tab: float | None = None, spacing: int = 100) -> str:
    """Return a paragraph of runs; ``tab`` (inches) is a right tab stop, ``spacing`` percent of a line."""
    look = runs[0][1]
    tabs = f'<a:tabLst><a:tab pos="{emu(tab)}" algn="r"/></a:tabLst>' if tab is not None else ""
    return (
        f'<a:p><a:pPr algn="{look.align}"><a:lnSpc><a:spcPct val="{spacing}000"/></a:lnSpc>{tabs}</a:pPr>'
        + "".join(run(text, each) for text, each in runs)
        + f'<a:endParaRPr lang="en-US" sz="{round(look.size * 100)}" b="{int(look.bold)}" dirty="0"/></a:p>'
    )


def frame(box: Box) -> str:
    """Return a place as Office writes it."""
    return f'<a:xfrm><a:off x="{emu(box.x)}" y="{emu(box.y)}"/><a:ext cx="{emu(box.w)}" cy="{emu(box.h)}"/></a:xfrm>'


def body(anchor: str) -> str:
    """Return the properties of a text body without insets: the grid places the text itself."""
    return (
        f'<a:bodyPr wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" rtlCol="0" anchor="{anchor}">'
        "<a:noAutofit/></a:bodyPr><a:lstStyle/>"
    )


def text(spot: Spot, content: str | Sequence[Run], look: Type, tab: float | None = None) -> Any:
    """Add a text box; ``content`` is one string or several runs, ``tab`` (inches) a right tab stop."""
    runs = [(content, look)] if isinstance(content, str) else content
    return _add(
        spot.slide,
        f"<p:sp {nsdecls('p', 'a')}><p:nvSpPr>{named(spot)}"
        f'<p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr><p:spPr>{frame(spot.box)}'
        f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/></p:spPr>'
        f"<p:txBody>{body(look.anchor)}{paragraph(runs, tab)}</p:txBody></p:sp>",
    )


def lines_of_text(spot: Spot, lines: Sequence[Run]) -> Any:
    """Add a text box of several lines, each set in its own way."""
    words = "".join(paragraph([line]) for line in lines)
    return _add(
        spot.slide,
        f"<p:sp {nsdecls('p', 'a')}><p:nvSpPr>{named(spot)}"
        f'<p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr><p:spPr>{frame(spot.box)}'
        f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/></p:spPr>'
        f"<p:txBody>{body(lines[0][1].anchor)}{words}</p:txBody></p:sp>",
    )


def rectangle(spot: Spot, ground: str) -> Any:
    """Add a filled rectangle without outline."""
    return _add(
        spot.slide,
        f"<p:sp {nsdecls('p', 'a')}><p:nvSpPr>{named(spot)}<p:cNvSpPr/><p:nvPr/></p:nvSpPr>"
        f'<p:spPr>{frame(spot.box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>{fill(ground)}{line("", 0)}</p:spPr>'
        f'<p:txBody>{body("t")}<a:p><a:endParaRPr lang="en-US"/></a:p></p:txBody></p:sp>',
    )


def rule(spot: Spot, ink: str, points: float, dash: str = "") -> Any:
    """Add a straight line from a box's corner to the opposite one."""
    return _add(
        spot.slide,
        f"<p:cxnSp {nsdecls('p', 'a')}><p:nvCxnSpPr>{named(spot)}<p:cNvCxnSpPr/><p:nvPr/></p:nvCxnSpPr>"
        f'<p:spPr>{frame(spot.box)}<a:prstGeom prst="line"><a:avLst/></a:prstGeom>{line(ink, points, dash)}</p:spPr>'
        "</p:cxnSp>",
    )


def group(spot: Spot, members: Sequence[Any]) -> None:
    """Put shapes that stand or fall together into one group; its place is where they stand."""
    boxes = [(off, off.getnext()) for member in members for off in member.iter("{*}off")]
    left, top = min(int(off.get("x")) for off, _ in boxes), min(int(off.get("y")) for off, _ in boxes)
    right = max(int(off.get("x")) + int(ext.get("cx")) for off, ext in boxes)
    bottom = max(int(off.get("y")) + int(ext.get("cy")) for off, ext in boxes)
    place = f'x="{left}" y="{top}"/><a:ext cx="{right - left}" cy="{bottom - top}"/>'
    inner = f'x="{left}" y="{top}"/><a:chExt cx="{right - left}" cy="{bottom - top}"/>'
    whole = parse_xml(
        f"<p:grpSp {nsdecls('p', 'a')}><p:nvGrpSpPr>{named(spot)}<p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>"
        f"<p:grpSpPr><a:xfrm><a:off {place}<a:chOff {inner}</a:xfrm></p:grpSpPr></p:grpSp>"
    )
    members[0].addprevious(whole)
    whole.extend(members)


def named(spot: Spot) -> str:
    """Return the element with a shape's id, name and words for the deck writer."""
    words = f" descr={quoteattr(spot.alt)}" if spot.alt else ""
    return f'<p:cNvPr id="{identity(spot.slide)}" name={quoteattr(spot.name)}{words}/>'


def _add(slide: Slide, xml: str) -> Any:
    element = parse_xml(xml)
    slide.shapes._spTree.append(element)  # noqa: SLF001 (python-pptx offers no way to add finished XML)
    return element
