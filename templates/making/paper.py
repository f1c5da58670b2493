"""A blank Word page in the house look: letter size, its theme, its styles by name, header and footer."""

from dataclasses import dataclass
from typing import Any

from docx import Document
from docx.document import Document as Paper
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Inches, Pt, RGBColor
from docx.text.paragraph import Paragraph
from lxml import etree

from making.look import FONT, THEME

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
    "Normal": Look(10.5),
    "Memo Line": Look(10, 0, 1),
    "Title": Look(20, 6, 4, bold=True, clings=True),
    "Heading 1": Look(13, 8, 2, bold=True, clings=True),
    "Body Text": Look(10.5, 0, 3),
    "Caption": Look(9, 2, 1, bold=True, clings=True),
    "Memo Head": Look(9, 1, 1, bold=True, colour=SECONDARY, clings=True),
    "Memo Cell": Look(9.5, 1, 1),
    "Header": Look(9, colour=SECONDARY),
    "Footer": Look(9, colour=SECONDARY),
}


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
    place.space_before, place.space_after, place.line_spacing = Pt(look.before), Pt(look.after), 1.08
    place.keep_with_next, place.widow_control = look.clings, True


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


def margins(paper: Paper, header: tuple[str, str], footer: str) -> None:
    """Write what every page has above and below: words left, words and the page's number right; a source line."""
    section = paper.sections[0]
    above, below = section.header.paragraphs[0], section.footer.paragraphs[0]
    above.style, below.style = paper.styles["Header"], paper.styles["Footer"]
    above.paragraph_format.tab_stops.add_tab_stop(Inches(WIDTH), WD_TAB_ALIGNMENT.RIGHT)
    above.add_run("\t".join(header))
    above.add_run(", page ")
    _number(above, "PAGE")
    above.add_run(" of ")
    _number(above, "NUMPAGES")
    rule(below._p.get_or_add_pPr(), "top", 0.5, RULE)  # noqa: SLF001 (borders have no public way)
    below.add_run(footer)


def _number(paragraph: Paragraph, field: str) -> None:
    simple = OxmlElement("w:fldSimple")
    simple.set(qn("w:instr"), field)
    run = OxmlElement("w:r")
    text = OxmlElement("w:t")
    text.text = "1"
    run.append(text)
    simple.append(run)
    paragraph._p.append(simple)  # noqa: SLF001 (fields have no public way)
