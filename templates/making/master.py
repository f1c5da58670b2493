"""Theme, slide master and the two layouts of the deck: everything that is the same on every slide lives here."""

from lxml import etree
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
from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.presentation import Presentation as Deck
from pptx.slide import SlideLayout
from pptx.util import Emu

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
COVER_TITLE, COVER_SENTENCE = Box(0.6, 1.55, 7.0, 1.0), Box(0.6, 2.72, 6.9, 2.3)
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


def _custom_colours(root: etree._Element) -> None:
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
        f'b="{int(look.bold)}" kern="1200">{fill(look.colour)}<a:latin typeface="+{font}-lt"/><a:ea typeface="+{font}-ea"/>'
        f'<a:cs typeface="+{font}-cs"/></a:defRPr></a:lvl1pPr>'
    )


def placeholder(number: int, name: str, kind: str, box: Box, look: Type, words: str, spacing: int = 100) -> str:
    """Return a placeholder of a layout; ``kind`` holds the attributes of ``p:ph``."""
    text = f'<a:r><a:rPr lang="en-US"/><a:t>{words}</a:t></a:r>'
    if 'type="sldNum"' in kind:
        text = f'<a:fld id="{{C1FF6DA9-008F-8B48-92A6-B652298478BF}}" type="slidenum"><a:rPr lang="en-US"/><a:t>{words}</a:t></a:fld>'
    inner = body(look.anchor).replace("<a:lstStyle/>", f"<a:lstStyle>{_level(look, 'mn', spacing)}</a:lstStyle>")
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{name}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f'<p:nvPr><p:ph {kind}/></p:nvPr></p:nvSpPr><p:spPr>{frame(box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>'
        f'<p:txBody>{inner}<a:p>{text}<a:endParaRPr lang="en-US"/></a:p></p:txBody></p:sp>'
    )


def _tree(shapes: str) -> etree._Element:
    return parse_xml(
        f'<p:spTree {nsdecls("p", "a")}><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>'
        '<p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/>'
        f"</a:xfrm></p:grpSpPr>{shapes}</p:spTree>"
    )


def _master(deck: Deck) -> None:
    element = deck.slide_master._element  # noqa: SLF001 (masters cannot be drawn in public)
    shapes = (
        placeholder(2, "Title", 'type="title"', TITLE, Type(26, bold=True), "Title: the finding in a sentence", 90)
        + placeholder(3, "Text", 'type="body" idx="1"', Box(0.6, 1.75, 12.133, 5.05), Type(16), "Text")
        + placeholder(4, "Footer", 'type="ftr" sz="quarter" idx="3"', FOOTER, Type(10, colour=SECONDARY), "Source")
        + placeholder(
            5, "Page", 'type="sldNum" sz="quarter" idx="4"', PAGE, Type(10, colour=SECONDARY, align="r"), "‹#›"
        )
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
    return placeholder(
        2, "Title", 'type="ctrTitle"', COVER_TITLE, Type(48, bold=True, colour=PAPER, anchor="ctr"), "Campaign", 90
    ) + placeholder(3, "Subtitle", 'type="subTitle" idx="1"', COVER_SENTENCE, Type(22, colour=PAPER), "What it brought")


def _finding_shapes() -> str:
    small = Type(10, colour=SECONDARY)
    footer_line = (
        '<p:cxnSp><p:nvCxnSpPr><p:cNvPr id="7" name="Footer rule"/><p:cNvCxnSpPr/><p:nvPr userDrawn="1"/></p:nvCxnSpPr>'
        f'<p:spPr>{frame(FOOTER_RULE)}<a:prstGeom prst="line"><a:avLst/></a:prstGeom>{line(GRID, 0.75)}</p:spPr></p:cxnSp>'
    )
    return (
        placeholder(2, "Tracker", 'type="body" sz="quarter" idx="10"', TRACKER, Type(11, colour=SECONDARY), "Section")
        + placeholder(3, "Title", 'type="title"', TITLE, Type(26, bold=True), "The finding in a sentence", 90)
        + placeholder(4, "Unit line", 'type="body" sz="quarter" idx="11"', UNIT, Type(13, colour=SECONDARY), "Unit")
        + placeholder(5, "Footer", 'type="ftr" sz="quarter" idx="12"', FOOTER, small, "Source")
        + placeholder(
            6, "Page", 'type="sldNum" sz="quarter" idx="13"', PAGE, Type(10, colour=SECONDARY, align="r"), "‹#›"
        )
        + footer_line
    )
