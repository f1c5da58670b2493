"""A written memo read back for the tests: its texts, tables, charts and the workbooks inside them."""

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import docx
import openpyxl
from lxml import etree

from campaignctl.domain.document import Document
from campaignctl.writers.docx import write_memo

ROOT = Path(__file__).parents[3]
TEMPLATE = ROOT / "templates" / "memo.docx"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"


def made(document: Document, folder: Path, template: Path = TEMPLATE) -> Path:
    path = folder / "memo.docx"
    write_memo(document, template, path)
    return path


def words(path: Path) -> str:
    """Return every text of the memo, header and footer too, a line per paragraph."""
    paper = docx.Document(str(path))
    section = paper.sections[0]
    told = [paragraph.text for place in (section.header, paper, section.footer) for paragraph in place.paragraphs]
    return "\n".join([*told, *(cell for table in tables(path) for row in table for cell in row)])


def tables(path: Path) -> list[list[list[str]]]:
    return [[[cell.text for cell in row.cells] for row in table.rows] for table in docx.Document(str(path)).tables]


def charts(path: Path) -> list[dict[str, list[float]]]:
    """Return each chart's series with the values it draws, gaps left out."""
    with ZipFile(path) as package:
        names = sorted(name for name in package.namelist() if name.startswith("word/charts/chart"))
        spaces = [etree.fromstring(package.read(name)) for name in names]
    return [
        {
            "".join(text.text for text in series.iterfind(f"{C}tx//{C}v")): [
                float(value.text) for value in series.iterfind(f"{C}val//{C}v")
            ]
            for series in space.iter(f"{C}ser")
        }
        for space in spaces
    ]


def dots(path: Path, name: str) -> list[tuple[float, float]]:
    """Return the points that a series of a chart of points shows, those without a place left out."""
    with ZipFile(path) as package:
        names = sorted(each for each in package.namelist() if each.startswith("word/charts/chart"))
        spaces = [etree.fromstring(package.read(each)) for each in names]
    for series in (each for space in spaces for each in space.iter(f"{C}ser")):
        if "".join(text.text for text in series.iterfind(f"{C}tx//{C}v")) == name:
            across, down = (
                {int(each.get("idx")): float(each.find(f"{C}v").text) for each in series.iterfind(f"{C}{kind}//{C}pt")}
                for kind in ("xVal", "yVal")
            )
            return [(across[at], down[at]) for at in sorted(down)]
    return []


def workbooks(path: Path) -> list[list[tuple[object, ...]]]:
    """Return the rows of every chart's workbook."""
    with ZipFile(path) as package:
        names = sorted(name for name in package.namelist() if name.endswith(".xlsx"))
        books = [openpyxl.load_workbook(BytesIO(package.read(name))) for name in names]
    return [list(book.active.iter_rows(values_only=True)) for book in books]
