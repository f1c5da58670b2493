"""Native charts on paper: drawn as the deck's are, then put into Word with the workbook inside."""

from collections.abc import Callable, Sequence

from docx.document import Document as Paper
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.shared import Pt
from docx.text.paragraph import Paragraph
from lxml import etree
from pptx import Presentation

from making.charts import Recipe, chart
from making.drawing import Spot
from making.look import GRID, Box, emu
from making.paper import line
from making.points import Estimate, Reach, points

LETTERS = 1050
"""Hundredths of a point: on paper a chart's words are a little smaller than those of the text."""

BREAK = "\u200b"
"""What may start a second line: without one LibreOffice parts a chart that fills its line from the caption above."""

CHART_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
BOOK_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
R_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"


def drawing(paper: Paper, name: str, recipe: Recipe, box: Box, *, clings: bool = False) -> None:
    """Add a chart of a size to the page, by the name that the memo finds it by; ``clings`` keeps it with its note."""
    paragraph = line(paper, "Normal")
    paragraph.paragraph_format.keep_with_next = clings
    _put(paper, paragraph, name, box, lambda spot: chart(spot, recipe))
    paragraph.add_run(BREAK).font.size = Pt(1)


def dots(paper: Paper, paragraph: Paragraph, name: str, series: Sequence[Estimate], box: Box) -> None:
    """Add a chart of points to a paragraph, one mark a row, on a scale that holds 0 and 2."""
    inner = Box(0.03, 0, 0.94, 1)
    _put(paper, paragraph, name, box, lambda spot: points(spot, series, inner, Reach("0.##", least=2, zero=GRID)))


def _put(paper: Paper, paragraph: Paragraph, name: str, box: Box, draw: Callable[[Spot], None]) -> None:
    deck = Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[6])
    draw(Spot(slide, name, box))
    native = slide.shapes[0].chart
    number = sum(each.reltype == RT.CHART for each in paper.part.rels.values()) + 1
    book_name = PackURI(f"/word/embeddings/workbook{number}.xlsx")
    book = Part(book_name, BOOK_TYPE, native.part.chart_workbook.xlsx_part.blob, paper.part.package)
    part = Part(PackURI(f"/word/charts/chart{number}.xml"), CHART_TYPE, b"", paper.part.package)
    space = native._chartSpace  # noqa: SLF001 (taken over whole)
    space.find(f"{C}externalData").set(R_ID, part.relate_to(book, RT.PACKAGE))
    smaller = etree.tostring(space, encoding="unicode").replace('sz="1200"', f'sz="{LETTERS}"')
    part._blob = ('<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' + smaller).encode()  # noqa: SLF001
    run = paragraph.add_run()
    run._r.append(parse_xml(_inline(number, name, box, paper.part.relate_to(part, RT.CHART))))  # noqa: SLF001


def _inline(number: int, name: str, box: Box, relation: str) -> str:
    return (
        f'<w:drawing {SPACES}><wp:inline distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{emu(box.w)}" cy="{emu(box.h)}"/><wp:docPr id="{number}" name="{name}"/>'
        "<wp:cNvGraphicFramePr/><a:graphic>"
        '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart">'
        f'<c:chart r:id="{relation}"/></a:graphicData></a:graphic></wp:inline></w:drawing>'
    )
