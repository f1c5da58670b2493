"""What a report's files show, read back: every text that is told and every number that is drawn, with its place."""

import json
import re
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time, timedelta
from pathlib import Path
from zipfile import ZipFile

import openpyxl
from lxml import etree, html

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"

TELLING = re.compile(
    r"ppt/(slides|notesSlides)/\w+\.xml|word/(document|header\d*|footer\d*|footnotes)\.xml|xl/drawings/\w+\.xml"
)
CHARTS = re.compile(r"(ppt|word|xl)/charts/chart\d*\.xml")
DRAWN = ("val", "xVal", "bubbleSize", "plus", "minus")
"""Where a chart keeps what it measures. The other axis of a chart of intervals (``yVal``) counts its rows."""
HIDDEN = ("Calc", "Cube", "Lists")
"""Sheets that formulas read; what they make of them stands on the sheet Dashboard."""


@dataclass(frozen=True, slots=True)
class Told:
    """A text and where it stands."""

    place: str
    text: str


@dataclass(frozen=True, slots=True)
class Drawn:
    """A number of a cell or of a chart, and where it stands."""

    place: str
    value: float


def shown(path: Path) -> Iterator[Told | Drawn]:
    """Yield all that a file of a report shows, by what kind of file it is."""
    match path.suffix:
        case ".xlsx":
            yield from _package(path)
            yield from _sheets(path)
        case ".pptx" | ".docx":
            yield from _package(path)
        case ".html":
            yield from _page(path)
        case _:
            lines = path.read_text("utf-8").splitlines()
            yield from (Told(f"{path.name} line {number}", line) for number, line in enumerate(lines, 1))


def block(path: Path) -> dict[str, object]:
    """Return the data that the page's script adds up."""
    return json.loads(html.document_fromstring(path.read_text("utf-8")).get_element_by_id("data").text)  # type: ignore[no-any-return]


def _package(path: Path) -> Iterator[Told | Drawn]:
    with ZipFile(path) as package:
        for name in package.namelist():
            if TELLING.fullmatch(name):
                yield from _paragraphs(f"{path.name} {name}", etree.fromstring(package.read(name)))
            elif CHARTS.fullmatch(name):
                yield from _chart(f"{path.name} {name}", etree.fromstring(package.read(name)))


def _paragraphs(place: str, root: etree._Element) -> Iterator[Told]:
    """Yield a text per paragraph, what Office itself numbers (slides, pages) left out, and the alternative texts."""
    for main in (A, W):
        for paragraph in root.iter(f"{main}p"):
            pieces = paragraph.iter(f"{main}t", f"{main}tab", f"{main}br")
            runs = (piece.text or " " for piece in pieces if piece.getparent().tag != f"{A}fld")
            yield Told(place, "".join(runs))
    yield from (Told(place, text) for text in root.xpath("//@descr"))


def _chart(place: str, root: etree._Element) -> Iterator[Told | Drawn]:
    yield from _paragraphs(place, root)
    yield from (Told(place, value.text or "") for value in root.iterfind(f".//{C}strCache//{C}v"))
    for kind in DRAWN:
        for value in root.iterfind(f".//{C}{kind}//{C}numCache//{C}v"):
            yield Drawn(f"{place} {kind}", float(value.text))


def _sheets(path: Path) -> Iterator[Told | Drawn]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)  # openpyxl does not know the extension of data bars
        book = openpyxl.load_workbook(path, data_only=True)
    for sheet in book.worksheets:
        if sheet.title in HIDDEN:
            continue
        for row in sheet.iter_rows():
            for cell in row:
                place = f"{path.name} {sheet.title}!{cell.coordinate}"
                match cell.value:
                    case str() as text:
                        yield Told(place, text)
                    case timedelta() as span:
                        yield Drawn(place, span.total_seconds())
                    case None | bool() | date() | time():
                        pass
                    case number:
                        yield Drawn(place, float(number))


def _page(path: Path) -> Iterator[Told]:
    root = html.document_fromstring(path.read_text("utf-8"))
    for node in root.xpath("//text()[not(ancestor::script or ancestor::style)]"):
        yield Told(f"{path.name} {node.getparent().tag}", str(node))
    for text in root.xpath("//@title | //@aria-label | //@data-title"):
        yield Told(f"{path.name} @", str(text))
