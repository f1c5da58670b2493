"""A native chart in Word: the template's drawing keeps its look and gets the document's figures.

Word and PowerPoint hold charts alike, so the chart is filled as the deck's are, through a stand-in for its shape.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from docx.opc.constants import RELATIONSHIP_TYPE as RT
from lxml import etree
from pptx.chart.chart import Chart as Native
from pptx.oxml import parse_xml

from campaignctl.domain.charts import Chart, Role
from campaignctl.domain.document import Document
from campaignctl.domain.errors import BadTemplate
from campaignctl.writers.docx.runs import Piece
from campaignctl.writers.pptx.charts import fill_chart
from campaignctl.writers.pptx.inert import inert
from campaignctl.writers.pptx.lanes import Lanes
from campaignctl.writers.pptx.points import fill_points, is_points
from campaignctl.writers.pptx.unfinished import SIGN, WORDS

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
PREFIX = "chart:"


@dataclass(slots=True)
class _Workbook:
    """The workbook inside the chart, as python-pptx asks for it."""

    part: Any

    def update_from_xlsx_blob(self, blob: bytes) -> None:
        self.part._blob = blob  # noqa: SLF001 (a part that python-docx does not know has no setter)


@dataclass(slots=True)
class _Part:
    chart_workbook: _Workbook


@dataclass(slots=True)
class _Shape:
    chart: Any
    width: int
    """In EMU, as a slide's shape has it."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """A chart of the template: its slug, the drawing's element and the part that holds it."""

    slug: str
    element: Any
    part: Any


def drawings(part: Any) -> Iterator[Drawing]:
    """Yield the charts of a document part that are named ``chart:<slug>``."""
    for inline in list(part.element.body.iter(f"{WP}inline", f"{WP}anchor")):
        name, chart = inline.find(f"{WP}docPr").get("name", ""), inline.find(f".//{C}chart")
        if name.startswith(PREFIX) and chart is not None:
            yield Drawing(name.removeprefix(PREFIX), inline, part.related_parts[chart.get(f"{R}id")])


def draws_points(drawing: Drawing) -> bool:
    """Whether a chart draws points, a row each."""
    return etree.fromstring(drawing.part.blob).find(f".//{C}scatterChart") is not None


def fill_drawing(
    drawing: Drawing, chart: Chart, document: Document, template: str, lay: Callable[[Any], None] | None = None
) -> Sequence[Piece]:
    """Give a chart its figures and its alt text, and return its key: the series that it shows, in their colours.

    ``lay`` gives the filled chart its place. ``BadTemplate`` where the chart has no workbook inside.
    """
    space = parse_xml(drawing.part.blob)
    workbooks = [each.target_part for each in drawing.part.rels.values() if each.reltype == RT.PACKAGE]
    if not workbooks:
        raise BadTemplate(
            f"{template}, chart {drawing.slug}: it has no workbook inside.",
            "Insert the chart anew, so that its data are in the file and not in another.",
        )
    width = int(drawing.element.find(f"{WP}extent").get("cx"))
    shape = _Shape(Native(space, _Part(_Workbook(workbooks[0]))), width)  # type: ignore[no-untyped-call]
    rows, place = range(len(chart.categories)), f"{template}, chart {drawing.slug}"
    if is_points(shape):
        fill_points(shape, chart, document, Lanes(rows), place)
    else:
        fill_chart(shape, chart, document, rows, place)
    if lay is not None:
        lay(shape)
    drawing.part._blob = etree.tostring(space, xml_declaration=True, encoding="UTF-8", standalone=True)  # noqa: SLF001
    alt = document.words(chart.alt) or document.words(chart.title)
    drawing.element.find(f"{WP}docPr").set("descr", inert(alt))
    shown = {series.name for series in chart.series if any(series.values) and series.role is not Role.GUIDE}
    hatched = [Piece(f"{SIGN} ", _colour(next(space.iter(f"{C}ser")))), Piece(WORDS)] if chart.partial else []
    return [*_key(space, shown), *hatched]


def _key(space: Any, shown: set[str]) -> Iterator[Piece]:
    """Yield a sign in each shown series' colour and its name."""
    for series in space.iter(f"{C}ser"):
        name = "".join(text.text or "" for text in series.iterfind(f"{C}tx//{C}v"))
        if name not in shown:
            continue
        line = series.getparent().tag == f"{C}lineChart"
        dashed = series.find(f".//{A}prstDash") is not None
        yield Piece("- - " if line and dashed else "— " if line else "■ ", _colour(series))
        yield Piece(f"{name}   ")


def _colour(series: Any) -> str:
    fill = next(series.iterfind(f"{C}spPr//{A}solidFill/{A}srgbClr"), None)
    return str(fill.get("val")) if fill is not None else ""
