"""A written deck read back for the tests: its shapes, words, tables, charts and parts."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from pptx import Presentation
from pptx.presentation import Presentation as Deck
from pptx.slide import Slide

from campaignctl.domain.document import Document
from campaignctl.writers.pptx import write_deck
from campaignctl.writers.pptx.shapes import every

ROOT = Path(__file__).parents[3]
TEMPLATE = ROOT / "templates" / "deck.pptx"
MARKS = "▲▼●\u00a0"


def made(document: Document, folder: Path, template: Path = TEMPLATE) -> Deck:
    """Write a document and open what was written."""
    path = folder / "deck.pptx"
    write_deck(document, template, path)
    return Presentation(str(path))


def shape(slide: Slide, name: str) -> object:
    return next(each for each in every(slide.shapes) if each.name == name)


def slide_of(deck: Deck, name: str) -> Slide:
    """Return the first slide that has a shape of that name."""
    return next(slide for slide in deck.slides if any(each.name == name for each in every(slide.shapes)))


def find(deck: Deck, name: str) -> object:
    return shape(slide_of(deck, name), name)


def cells(deck: Deck, name: str) -> list[list[str]]:
    """Return a table's texts row by row, marks left out."""
    rows = find(deck, name).table.rows
    return [[cell.text.lstrip(MARKS) for cell in row.cells] for row in rows]


def texts(slide: Slide) -> Iterator[tuple[str, str]]:
    """Yield the name of every shape with each text in it, cells, alt texts and notes included."""
    for each in every(slide.shapes):
        yield each.name, each._element.xpath("./*/p:cNvPr")[0].get("descr", "")
        if each.has_text_frame:
            yield each.name, each.text_frame.text
        if getattr(each, "has_table", False):
            yield from ((each.name, cell.text) for cell in each.table.iter_cells())
        if getattr(each, "has_chart", False):
            yield each.name, "".join(each.chart._chartSpace.xpath(".//text()"))
    if slide.has_notes_slide:
        yield "notes", slide.notes_slide.notes_text_frame.text


def runs(slide: Slide) -> Iterator[tuple[str, str, int]]:
    """Yield shape name, text and size (hundredths of a point) of every run that names its size."""
    for each in every(slide.shapes):
        for run in each._element.iter("{*}r"):
            look, text = run.find("{*}rPr"), run.findtext("{*}t")
            if text and look is not None and look.get("sz"):
                yield each.name, text, int(look.get("sz"))


def values(chart: object) -> dict[str, tuple[float | None, ...]]:
    return {series.name: tuple(series.values) for plot in chart.plots for series in plot.series}


def parts(data: bytes) -> dict[str, bytes]:
    """Return every part of an Office file, those of workbooks inside it too."""
    found: dict[str, bytes] = {}
    with ZipFile(BytesIO(data)) as package:
        for name in package.namelist():
            part = package.read(name)
            inner = parts(part) if name.endswith(".xlsx") else {}
            found |= {f"{name}!{each}": held for each, held in inner.items()} or {name: part}
    return found
