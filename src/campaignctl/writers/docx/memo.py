"""A memo is written: the template's tokens, tables and charts get the document's words and figures."""

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

import docx
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn
from lxml.etree import XMLSyntaxError

from campaignctl.domain.charts import Chart
from campaignctl.domain.document import Document
from campaignctl.domain.errors import BadTemplate, CannotRead
from campaignctl.writers.canonical import canonical_bytes
from campaignctl.writers.docx.charts import Drawing, drawings, draws_points, fill_drawing
from campaignctl.writers.docx.contract import BESIDE
from campaignctl.writers.docx.in_rows import cell_of, lay_in_rows
from campaignctl.writers.docx.runs import fill
from campaignctl.writers.docx.tables import drop_columns, fill_table, rows_of, slugs_of
from campaignctl.writers.docx.words import Scene
from campaignctl.writers.pptx.inert import inert


def write_memo(document: Document, template: Path, path: Path) -> None:
    """Write a document that ``for_memo`` made to ``path``, in the look of ``template``; equal input, equal bytes.

    A paragraph, table or chart that the report has nothing for goes. ``CannotRead`` when there is no template,
    ``BadTemplate`` when it is no Word file or asks for what no memo holds: then nothing is written.
    """
    file = opened(template)
    scene = Scene(document, template.name, {})
    _charts(file.part, scene)
    _body(file.element.body, scene)
    for section in file.sections:
        for margin in (section.header, section.footer, section.first_page_header, section.first_page_footer):
            if not margin.is_linked_to_previous:
                _margin(margin._element, scene)  # noqa: SLF001 (tokens are filled in XML)
    properties = file.core_properties
    properties.title = inert(document.texts.get("campaign.name", document.campaign))[:255]
    properties.author = properties.last_modified_by = inert(document.texts.get("report.prepared_by", ""))[:255]
    stream = BytesIO()
    file.save(stream)
    path.write_bytes(canonical_bytes(stream.getvalue(), _moment(document)))


def opened(template: Path) -> Any:
    """Return a template as python-docx reads it; ``CannotRead`` without one, ``BadTemplate`` for no Word file."""
    if not template.is_file():
        raise CannotRead(f"There is no template {template}.", "Check the name, or leave the template out.")
    try:
        return docx.Document(str(template))
    except (PackageNotFoundError, BadZipFile, XMLSyntaxError, KeyError, ValueError, AttributeError) as error:
        raise BadTemplate(
            f"{template.name} cannot be opened as a Word file.", "Save it as .docx without a password."
        ) from error


def _charts(part: Any, scene: Scene) -> None:
    """Fill the charts first, as their keys stand in the text; one without figures goes with its paragraph or column."""
    for drawing in drawings(part):
        chart = _drawn(scene, drawing.slug)
        if chart is not None:
            scene.keys[drawing.slug] = fill_drawing(
                drawing, chart, scene.document, scene.template, _place(drawing, chart, scene)
            )
            continue
        _take_out(drawing)
        for relation in [
            key for key, each in part.rels.items() if each.reltype == RT.CHART and each.target_part is drawing.part
        ]:
            del part.rels[relation]


def _drawn(scene: Scene, slug: str) -> Chart | None:
    """Return a chart that has anything to draw and, if it draws the rows of a table, stands beside its table."""
    chart = scene.document.part(slug)
    if not isinstance(chart, Chart) or not any(any(series.values) for series in chart.series):
        return None
    return None if slug in BESIDE and scene.document.table(BESIDE[slug]) is None else chart


def _place(drawing: Drawing, chart: Chart, scene: Scene) -> Callable[[Any], None] | None:
    """Return what lays a chart of points into the rows of its table; None for a chart that stands by itself.

    ``BadTemplate`` where such a chart stands elsewhere: nothing would tell what its marks are of.
    """
    if not draws_points(drawing):
        return None
    cell, beside = cell_of(drawing.element), BESIDE.get(drawing.slug, "")
    rows = rows_of(next(cell.iterancestors(qn("w:tbl")))) if cell is not None else None
    if cell is None or rows is None or rows.pattern is not cell.getparent() or slugs_of(rows.pattern) != (beside,):
        raise BadTemplate(
            f"{scene.template}, chart {drawing.slug}: it draws a mark per row and stands in no row of {beside}.",
            f"Put it into a cell of the row that holds {{{{ {beside}.what }}}}.",
        )
    return partial(
        lay_in_rows, drawing=drawing.element, pattern=rows.pattern, feet=rows.feet, rows=len(chart.categories)
    )


def _take_out(drawing: Drawing) -> None:
    """Take a chart out with its paragraph; from a row of a table with its column and the rows that hold its axis."""
    cell = cell_of(drawing.element)
    if cell is None:
        paragraph = next(drawing.element.iterancestors(qn("w:p")))
        paragraph.getparent().remove(paragraph)
        return
    row = cell.getparent()
    grid = row.getparent()
    for foot in rows_of(grid).feet:
        grid.remove(foot)
    drop_columns(grid, [row.findall(qn("w:tc")).index(cell)])


def _body(body: Any, scene: Scene) -> None:
    for element in list(body):
        if element.tag == qn("w:tbl"):
            fill_table(element, scene)
        elif element.tag == qn("w:p") and not fill(element, scene.pieces, scene.template):
            body.remove(element)


def _margin(element: Any, scene: Scene) -> None:
    """Fill a header or footer; it keeps its lines, empty where the report lacks the words."""
    for paragraph in element.iter(qn("w:p")):
        fill(paragraph, lambda token: scene.pieces(token) or (), scene.template)


def _moment(document: Document) -> str:
    """Return the as-of time in UTC: a document carries it, never the time of writing."""
    return datetime.fromisoformat(document.as_of).astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
