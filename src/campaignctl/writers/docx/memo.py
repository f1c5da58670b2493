"""A memo is written: the template's tokens, tables and charts get the document's words and figures."""

from datetime import UTC, datetime
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
from campaignctl.writers.docx.charts import drawings, fill_drawing
from campaignctl.writers.docx.runs import fill
from campaignctl.writers.docx.tables import fill_table
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
    """Fill the charts first, as their keys stand in the text; one without figures goes with its paragraph."""
    for drawing in drawings(part):
        chart = scene.document.part(drawing.slug)
        if isinstance(chart, Chart) and any(any(series.values) for series in chart.series):
            scene.keys[drawing.slug] = fill_drawing(drawing, chart, scene.document, scene.template)
            continue
        paragraph = next(drawing.element.iterancestors(qn("w:p")))
        paragraph.getparent().remove(paragraph)
        for relation in [
            key for key, each in part.rels.items() if each.reltype == RT.CHART and each.target_part is drawing.part
        ]:
            del part.rels[relation]


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
