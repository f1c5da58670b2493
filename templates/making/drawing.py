"""Text boxes, rectangles, rules and groups, each under the name by which the deck writer finds it."""

from collections.abc import Sequence
from xml.sax.saxutils import escape, quoteattr

from lxml import etree
from making.look import Box, Type, emu, fill, line
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.slide import Slide

Run = tuple[str, Type]


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


def text(
    slide: Slide,
    name: str,
    box: Box,
    content: str | Sequence[Run],
    look: Type,
    *,
    tab: float | None = None,
    alt: str = "",
) -> etree._Element:
    """Add a text box; ``content`` is one string or several runs, ``alt`` holds words for the deck writer."""
    runs = [(content, look)] if isinstance(content, str) else content
    return _add(
        slide,
        f"<p:sp {nsdecls('p', 'a')}><p:nvSpPr>{_named(slide, name, alt)}"
        f'<p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr><p:spPr>{frame(box)}'
        f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/></p:spPr>'
        f"<p:txBody>{body(look.anchor)}{paragraph(runs, tab)}</p:txBody></p:sp>",
    )


def rectangle(slide: Slide, name: str, box: Box, ground: str) -> etree._Element:
    """Add a filled rectangle without outline."""
    return _add(
        slide,
        f"<p:sp {nsdecls('p', 'a')}><p:nvSpPr>{_named(slide, name, '')}<p:cNvSpPr/><p:nvPr/></p:nvSpPr>"
        f'<p:spPr>{frame(box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>{fill(ground)}{line("", 0)}</p:spPr>'
        f'<p:txBody>{body("t")}<a:p><a:endParaRPr lang="en-US"/></a:p></p:txBody></p:sp>',
    )


def rule(slide: Slide, name: str, box: Box, ink: str, points: float, dash: str = "", alt: str = "") -> etree._Element:
    """Add a straight line from a box's corner to the opposite one."""
    return _add(
        slide,
        f"<p:cxnSp {nsdecls('p', 'a')}><p:nvCxnSpPr>{_named(slide, name, alt)}<p:cNvCxnSpPr/><p:nvPr/></p:nvCxnSpPr>"
        f'<p:spPr>{frame(box)}<a:prstGeom prst="line"><a:avLst/></a:prstGeom>{line(ink, points, dash)}</p:spPr></p:cxnSp>',
    )


def group(slide: Slide, name: str, members: Sequence[etree._Element], alt: str = "") -> None:
    """Put shapes that stand or fall together into one group."""
    boxes = [(off, off.getnext()) for member in members for off in member.iter("{*}off")]
    left, top = min(int(off.get("x")) for off, _ in boxes), min(int(off.get("y")) for off, _ in boxes)
    right = max(int(off.get("x")) + int(ext.get("cx")) for off, ext in boxes)
    bottom = max(int(off.get("y")) + int(ext.get("cy")) for off, ext in boxes)
    place = f'x="{left}" y="{top}"/><a:ext cx="{right - left}" cy="{bottom - top}"/>'
    inner = f'x="{left}" y="{top}"/><a:chExt cx="{right - left}" cy="{bottom - top}"/>'
    whole = parse_xml(
        f"<p:grpSp {nsdecls('p', 'a')}><p:nvGrpSpPr>{_named(slide, name, alt)}<p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>"
        f"<p:grpSpPr><a:xfrm><a:off {place}<a:chOff {inner}</a:xfrm></p:grpSpPr></p:grpSp>"
    )
    members[0].addprevious(whole)
    whole.extend(members)


def _named(slide: Slide, name: str, alt: str) -> str:
    words = f" descr={quoteattr(alt)}" if alt else ""
    return f'<p:cNvPr id="{identity(slide)}" name={quoteattr(name)}{words}/>'


def _add(slide: Slide, xml: str) -> etree._Element:
    element = parse_xml(xml)
    slide.shapes._spTree.append(element)  # noqa: SLF001 (python-pptx offers no way to add finished XML)
    return element
