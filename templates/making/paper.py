"""A blank Word page in the house look: letter size, its theme, its styles by name, header and footer."""

from dataclasses import dataclass
from typing import Any

from docx import Document
from docx.document import Document as Paper
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn
from docx.shared import Inches, Pt, RGBColor
from docx.text.paragraph import Paragraph
from lxml import etree

from making.look import FONT, THEME

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
WIDTH = 6.5  # of the text, in inches
INK, SECONDARY, RULE = THEME["dk1"], THEME["dk2"], "D9DEE6"
UNWANTED = {"thumbnail", "stylesWithEffects", "customXml"}


@dataclass(frozen=True, slots=True)
class Look:
    """A style: its size, the space above and below it in points, its weight and colour, and whether it clings."""

    size: float
    before: float = 0
    after: float = 0
    bold: bool = False
    colour: str = INK
    clings: bool = False  # to the paragraph after it


STYLES = {
    "Normal": Look(11),
    "Memo Line": Look(10.5, 0, 2),
    "Title": Look(20, 6, 4, bold=True, clings=True),
    "Heading 1": Look(14, 10, 3, bold=True, clings=True),
    "Body Text": Look(11, 0, 4),
    "Caption": Look(10.5, 2, 2, bold=True, clings=True),
    "Memo Note": Look(9.5, 2, 3, colour=SECONDARY),
    "Memo Head": Look(9.5, 2, 2, bold=True, colour=SECONDARY, clings=True),
    "Memo Cell": Look(10.5, 2, 2),
    "Memo Row": Look(10.5, 0, 0, clings=True),
    "Memo Chart": Look(1, clings=True),
    "Header": Look(9.5, colour=SECONDARY),
    "Footer": Look(9.5, colour=SECONDARY),
}
NUMBERED = (("Heading 1", "%1."), ("Caption", "Figure %1."))
"""Styles whose paragraphs Word numbers itself: what a report lacks leaves no hole."""

FIRST_LIST = 900


def blank() -> Paper:
    """Return a page without a word on it."""
    paper = Document()
    for element in list(paper.element.body)[:-1]:
        paper.element.body.remove(element)
    section = paper.sections[0]
    section.page_width, section.page_height = Inches(8.5), Inches(11)
    section.left_margin = section.right_margin = Inches(1)
    section.top_margin, section.bottom_margin = Inches(0.85), Inches(0.8)
    section.header_distance, section.footer_distance = Inches(0.4), Inches(0.35)
    _bare(paper)
    _theme(paper)
    for name, look in STYLES.items():
        _style(paper, name, look)
    for at, (name, words) in enumerate(NUMBERED):
        _numbered(paper, name, words, FIRST_LIST + at)
    return paper


def _bare(paper: Paper) -> None:
    """Take out what python-docx brings along and no memo needs: a thumbnail, another program's styles and data."""
    for holder in (paper.part.package, paper.part):
        unwanted = [key for key, each in holder.rels.items() if each.reltype.rpartition("/")[2] in UNWANTED]
        for key in unwanted:
            del holder.rels[key]


def _theme(paper: Paper) -> None:
    part = next(each.target_part for each in paper.part.package.iter_rels() if each.reltype == RT.THEME)
    theme = etree.fromstring(part.blob)
    for place in theme.find(f".//{A}clrScheme"):
        name = etree.QName(place).localname
        place.clear()
        etree.SubElement(place, f"{A}srgbClr", val=THEME[name])
    for latin in theme.iterfind(f".//{A}fontScheme/*/{A}latin"):
        latin.set("typeface", FONT)
    part._blob = etree.tostring(theme, xml_declaration=True, encoding="UTF-8", standalone=True)  # noqa: SLF001


def _style(paper: Paper, name: str, look: Look) -> None:
    held = {style.name for style in paper.styles}
    style = paper.styles[name] if name in held else paper.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    for own in (style.element.find(qn("w:rPr")), style.element.find(qn("w:pPr"))):
        if own is not None:
            style.element.remove(own)
    if name != "Normal":
        style.base_style = paper.styles["Normal"]
    style.font.name, style.font.size, style.font.bold = FONT, Pt(look.size), look.bold
    style.font.color.rgb = RGBColor.from_string(look.colour)
    for script in ("w:cs", "w:eastAsia"):
        style.element.rPr.rFonts.set(qn(script), FONT)
    place = style.paragraph_format
    place.space_before, place.space_after, place.line_spacing = Pt(look.before), Pt(look.after), 1.05
    place.keep_with_next, place.widow_control = look.clings, True


def _numbered(paper: Paper, name: str, words: str, identity: int) -> None:
    """Let Word count the paragraphs of a style: ``words`` with ``%1`` in place of the number."""
    lists = paper.part.numbering_part.element
    spaces = f'xmlns:w="{W}" w:abstractNumId="{identity}"'
    style = paper.styles[name]
    level = (
        f'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:pStyle w:val="{style.style_id}"/>'
        f'<w:suff w:val="space"/><w:lvlText w:val="{words}"/><w:lvlJc w:val="left"/>'
        '<w:pPr><w:ind w:left="0" w:firstLine="0"/></w:pPr></w:lvl>'
    )
    kind = parse_xml(f'<w:abstractNum {spaces}><w:multiLevelType w:val="singleLevel"/>{level}</w:abstractNum>')
    first = lists.find(qn("w:num"))
    first.addprevious(kind) if first is not None else lists.append(kind)
    lists.append(parse_xml(f'<w:num xmlns:w="{W}" w:numId="{identity}"><w:abstractNumId w:val="{identity}"/></w:num>'))
    own = style.element.get_or_add_pPr()
    own._insert_numPr(parse_xml(f'<w:numPr xmlns:w="{W}"><w:numId w:val="{identity}"/></w:numPr>'))  # noqa: SLF001


def line(paper: Paper, style: str, text: str = "") -> Paragraph:
    """Add a paragraph of a style."""
    return paper.add_paragraph(text, style=style)


def rule(element: Any, side: str, points: float, colour: str) -> None:
    """Draw a line along one side of a paragraph's or a cell's properties."""
    kind = "w:pBdr" if element.tag == qn("w:pPr") else "w:tcBorders"
    box = element.find(qn(kind))
    if box is None:
        box = OxmlElement(kind)
        element.insert_element_before(box, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:noWrap", "w:vAlign")
    edge = OxmlElement(f"w:{side}")
    for key, value in (("val", "single"), ("sz", str(round(points * 8))), ("space", "4"), ("color", colour)):
        edge.set(qn(f"w:{key}"), value)
    box.append(edge)


def margins(paper: Paper, first: str, others: str, footer: str) -> None:
    """Write what every page has above and below: of the first page and of the others, and a source with its number."""
    section = paper.sections[0]
    section.different_first_page_header_footer = True
    for above, words in ((section.first_page_header, first), (section.header, others)):
        _tabbed(paper, above.paragraphs[0], "Header").add_run(f"Memo\t{words}")
    for below in (section.first_page_footer, section.footer):
        paragraph = _tabbed(paper, below.paragraphs[0], "Footer")
        rule(paragraph._p.get_or_add_pPr(), "top", 0.5, RULE)  # noqa: SLF001 (borders have no public way)
        paragraph.add_run(f"{footer}\t")
        _number(paragraph, "PAGE")
        paragraph.add_run(" of ")
        _number(paragraph, "NUMPAGES")


def _tabbed(paper: Paper, paragraph: Paragraph, style: str) -> Paragraph:
    """Return a paragraph with a tab stop at the right edge alone."""
    paragraph.style = paper.styles[style]
    paragraph.paragraph_format.tab_stops.add_tab_stop(Inches(WIDTH), WD_TAB_ALIGNMENT.RIGHT)
    return paragraph


def _number(paragraph: Paragraph, field: str) -> None:
    simple = OxmlElement("w:fldSimple")
    simple.set(qn("w:instr"), field)
    run = OxmlElement("w:r")
    text = OxmlElement("w:t")
    text.text = "1"
    run.append(text)
    simple.append(run)
    paragraph._p.append(simple)  # noqa: SLF001 (fields have no public way)
