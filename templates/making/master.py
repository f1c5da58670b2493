"""Theme, slide master and the two layouts of the deck: everything that is the same on every slide lives here."""

from dataclasses import dataclass, replace
from typing import Any

from lxml import etree
from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.presentation import Presentation as Deck
from pptx.slide import SlideLayout
from pptx.util import Emu

from making.drawing import body, frame
from making.look import (
    CUSTOM,
    FONT,
    FOOTER,
    FOOTER_RULE,
    GRID,
    HEIGHT,
    INK,
    PAGE,
    PAPER,
    SECONDARY,
    THEME,
    TITLE,
    TRACKER,
    UNIT,
    WIDTH,
    Box,
    Type,
    emu,
    fill,
    line,
)

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
COVER_TITLE, COVER_SENTENCE = Box(0.6, 1.55, 7.0, 1.0), Box(0.6, 2.72, 6.9, 2.3)
SMALL = Type(12, colour=SECONDARY)
PAGE_FIELD = "{C1FF6DA9-008F-8B48-92A6-B652298478BF}"
PROPERTIES = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    "<Application>campaignctl</Application></Properties>"
)


def blank() -> Deck:
    """Return an empty deck with the house theme and its layouts ``Cover`` and ``Finding``."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = Emu(emu(WIDTH)), Emu(emu(HEIGHT))
    deck.part._element.sldSz.attrib.pop("type", None)  # noqa: SLF001 (no public way to the page's kind)
    _drop_leftovers(deck)
    _theme(deck)
    _master(deck)
    layouts = list(deck.slide_layouts)
    for layout in layouts[2:]:
        deck.slide_layouts.remove(layout)
    _layout(layouts[0], "Cover", _cover_shapes(), INK)
    _layout(layouts[1], "Finding", _finding_shapes(), "")
    return deck


def _drop_leftovers(deck: Deck) -> None:
    for part in (deck.part, deck.part.package):
        for rid, rel in list(part._rels.items()):  # noqa: SLF001 (no public list of relations)
            if rel.reltype in {RT.PRINTER_SETTINGS, RT.THUMBNAIL}:
                part._rels.pop(rid)  # noqa: SLF001 (likewise)
            elif rel.reltype == RT.EXTENDED_PROPERTIES:
                rel.target_part._blob = PROPERTIES.encode()  # noqa: SLF001 (likewise)


def _theme(deck: Deck) -> None:
    part = deck.slide_master.part.part_related_by(RT.THEME)
    root = etree.fromstring(part.blob)
    root.set("name", "campaignctl")
    colours = root.find(f".//{A}clrScheme")
    colours.set("name", "campaignctl")
    for place in list(colours):
        name = etree.QName(place).localname
        for old in list(place):
            place.remove(old)
        etree.SubElement(place, f"{A}srgbClr", val=THEME[name])
    root.find(f".//{A}fontScheme").set("name", "campaignctl")
    for latin in root.iterfind(f".//{A}fontScheme/*/{A}latin"):
        latin.set("typeface", FONT)
    _custom_colours(root)
    part._blob = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)  # noqa: SLF001 (likewise)


def _custom_colours(root: Any) -> None:
    extra = root.find(f"{A}extraClrSchemeLst")
    colours = etree.Element(f"{A}custClrLst")
    for name, value in CUSTOM.items():
        named = etree.SubElement(colours, f"{A}custClr", name=name)
        etree.SubElement(named, f"{A}srgbClr", val=value)
    extra.addnext(colours)


def _level(look: Type, font: str, spacing: int) -> str:
    return (
        f'<a:lvl1pPr marL="0" indent="0" algn="{look.align}" rtl="0"><a:lnSpc><a:spcPct val="{spacing}000"/></a:lnSpc>'
        f'<a:spcBef><a:spcPts val="0"/></a:spcBef><a:buNone/><a:defRPr lang="en-US" sz="{round(look.size * 100)}" '
        f'b="{int(look.bold)}" kern="1200">{fill(look.colour)}<a:latin typeface="+{font}-lt"/>'
        f'<a:ea typeface="+{font}-ea"/>'
        f'<a:cs typeface="+{font}-cs"/></a:defRPr></a:lvl1pPr>'
    )


@dataclass(frozen=True, slots=True)
class Holder:
    """A placeholder of a layout; ``kind`` holds the attributes of ``p:ph``, ``words`` what it shows while empty."""

    name: str
    kind: str
    box: Box
    look: Type
    words: str
    spacing: int = 100


def holders(*wanted: Holder) -> str:
    """Return the XML of placeholders in reading order."""
    return "".join(_holder(number, each) for number, each in enumerate(wanted, start=2))


def _holder(number: int, each: Holder) -> str:
    said = f'<a:rPr lang="en-US"/><a:t>{each.words}</a:t>'
    is_page = 'type="sldNum"' in each.kind
    text = f'<a:fld id="{PAGE_FIELD}" type="slidenum">{said}</a:fld>' if is_page else f"<a:r>{said}</a:r>"
    style = f"<a:lstStyle>{_level(each.look, 'mn', each.spacing)}</a:lstStyle>"
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{each.name}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f"<p:nvPr><p:ph {each.kind}/></p:nvPr></p:nvSpPr><p:spPr>{frame(each.box)}"
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>'
        f"<p:txBody>{body(each.look.anchor).replace('<a:lstStyle/>', style)}"
        f'<a:p>{text}<a:endParaRPr lang="en-US"/></a:p></p:txBody></p:sp>'
    )


def _tree(shapes: str) -> Any:
    return parse_xml(
        f'<p:spTree {nsdecls("p", "a")}><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>'
        '<p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/>'
        f"</a:xfrm></p:grpSpPr>{shapes}</p:spTree>"
    )


def _master(deck: Deck) -> None:
    element = deck.slide_master._element  # noqa: SLF001 (masters cannot be drawn in public)
    shapes = holders(
        Holder("Title", 'type="title"', TITLE, Type(26, bold=True), "Title: the finding in a sentence", 90),
        Holder("Text", 'type="body" idx="1"', Box(0.6, 1.75, 12.133, 5.05), Type(16), "Text"),
        Holder("Footer", 'type="ftr" sz="quarter" idx="3"', FOOTER, SMALL, "Source"),
        Holder("Page", 'type="sldNum" sz="quarter" idx="4"', PAGE, replace(SMALL, align="r"), "‹#›"),
    )
    common = element.find("{*}cSld")
    common.replace(common.find("{*}spTree"), _tree(shapes))
    for extra in common.findall("{*}extLst"):
        common.remove(extra)
    styles = element.find("{*}txStyles")
    title, text = styles.find("{*}titleStyle"), styles.find("{*}bodyStyle")
    for style, look, font, spacing in ((title, Type(26, bold=True), "mj", 90), (text, Type(16), "mn", 100)):
        for level in list(style):
            style.remove(level)
        style.append(parse_xml(_level(look, font, spacing).replace("<a:lvl1pPr ", f"<a:lvl1pPr {nsdecls('a')} ", 1)))


def _layout(layout: SlideLayout, name: str, shapes: str, ground: str) -> None:
    element = layout._element  # noqa: SLF001 (layouts cannot be drawn in public)
    common = element.find("{*}cSld")
    common.set("name", name)
    for old in list(common):
        common.remove(old)
    if ground:
        common.append(parse_xml(f"<p:bg {nsdecls('p', 'a')}><p:bgPr>{fill(ground)}<a:effectLst/></p:bgPr></p:bg>"))
    common.append(_tree(shapes))
    element.attrib.pop("type", None)
    element.set("userDrawn", "1")


def _cover_shapes() -> str:
    name, sentence = Type(48, bold=True, colour=PAPER, anchor="ctr"), Type(22, colour=PAPER)
    return holders(
        Holder("Title", 'type="ctrTitle"', COVER_TITLE, name, "Campaign", 90),
        Holder("Subtitle", 'type="subTitle" idx="1"', COVER_SENTENCE, sentence, "What it brought"),
    )


def _finding_shapes() -> str:
    rule = (
        '<p:cxnSp><p:nvCxnSpPr><p:cNvPr id="7" name="Footer rule"/><p:cNvCxnSpPr/><p:nvPr userDrawn="1"/></p:nvCxnSpPr>'
        f'<p:spPr>{frame(FOOTER_RULE)}<a:prstGeom prst="line"><a:avLst/></a:prstGeom>{line(GRID, 0.75)}</p:spPr>'
        "</p:cxnSp>"
    )
    tracker, unit = Type(12, colour=SECONDARY), Type(13, colour=SECONDARY)
    shapes = holders(
        Holder("Tracker", 'type="body" sz="quarter" idx="10"', TRACKER, tracker, "Section"),
        Holder("Title", 'type="title"', TITLE, Type(26, bold=True), "The finding in a sentence", 90),
        Holder("Unit line", 'type="body" sz="quarter" idx="11"', UNIT, unit, "Unit"),
        Holder("Footer", 'type="body" sz="quarter" idx="12"', FOOTER, SMALL, "Source"),
        Holder("Page", 'type="sldNum" sz="quarter" idx="13"', PAGE, replace(SMALL, align="r"), "‹#›"),
    )
    return shapes + rule
