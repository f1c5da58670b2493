"""What a memo's template holds, read without filling it: its tokens, its growing tables, its charts."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.oxml.ns import qn
from lxml import etree

from campaignctl.writers.docx.charts import C, Drawing, drawings, draws_points
from campaignctl.writers.docx.in_rows import cell_of
from campaignctl.writers.docx.memo import opened
from campaignctl.writers.docx.runs import text_of, tokens
from campaignctl.writers.docx.tables import rows_of, slugs_of
from campaignctl.writers.pptx.directions import OPENING, TOKEN

CUT = 40
"""Letters of a paragraph that are quoted to find it by."""


@dataclass(frozen=True, slots=True)
class GrowingTable:
    """A table that gets a row per row of the report's: the tokens of its pattern row, and those of its total."""

    tokens: tuple[str, ...]
    totals: tuple[str, ...] = ()

    @property
    def slugs(self) -> tuple[str, ...]:
        """The tables that its columns are of: one, in a template that fits."""
        return tuple(dict.fromkeys(token.rpartition(".")[0] for token in self.tokens))


@dataclass(frozen=True, slots=True)
class DrawnChart:
    """A chart named ``chart:<slug>``: its series in order, and whether its workbook is in the file.

    ``points`` tells that it draws a mark per row, ``beside`` is the table in whose row it stands.
    """

    slug: str
    series: tuple[str, ...]
    has_workbook: bool
    points: bool = False
    beside: str = ""


@dataclass(frozen=True, slots=True)
class MemoTemplate:
    """A template as a whole. ``unclosed`` quotes the paragraphs with a token that does not end."""

    tokens: tuple[str, ...]
    tables: tuple[GrowingTable, ...]
    charts: tuple[DrawnChart, ...]
    fonts: tuple[str, ...]
    unclosed: tuple[str, ...]


def inspect_memo(template: Path) -> MemoTemplate:
    """Return what a memo's template holds; ``CannotRead`` or ``BadTemplate`` when it cannot be opened."""
    file = opened(template)
    growing = [table for grid in _grids(file) if (table := _growing(grid)) is not None]
    in_tables = {token for table in growing for token in (*table.tokens, *table.totals)}
    paragraphs = [element for root in _roots(file) for element in root.iter(qn("w:p"))]
    asked = [token for paragraph in paragraphs for token in TOKEN.findall(text_of(paragraph))]
    broken = [text for paragraph in paragraphs if OPENING in TOKEN.sub("", text := text_of(paragraph))]
    return MemoTemplate(
        tokens=tuple(dict.fromkeys(token for token in asked if token not in in_tables)),
        tables=tuple(growing),
        charts=tuple(_chart(drawing) for drawing in drawings(file.part)),
        fonts=_fonts(file),
        unclosed=tuple(" ".join(text.split())[:CUT] for text in broken),
    )


def _roots(file: Any) -> Iterator[Any]:
    """Yield the body and every header and footer of its own."""
    yield file.element.body
    for section in file.sections:
        for margin in (section.header, section.footer, section.first_page_header, section.first_page_footer):
            if not margin.is_linked_to_previous:
                yield margin._element  # noqa: SLF001 (tokens stand in XML)


def _grids(file: Any) -> list[Any]:
    return [element for element in file.element.body if element.tag == qn("w:tbl")]


def _growing(grid: Any) -> GrowingTable | None:
    rows = rows_of(grid)
    if rows.pattern is None:
        return None
    return GrowingTable(tuple(tokens(rows.pattern)), tuple(tokens(rows.total)) if rows.total is not None else ())


def _beside(drawing: Drawing) -> str:
    """Return the table in whose pattern row a chart stands."""
    cell = cell_of(drawing.element)
    if cell is None:
        return ""
    pattern = rows_of(cell.getparent().getparent()).pattern
    return slugs_of(pattern)[0] if pattern is not None and pattern is cell.getparent() else ""


def _chart(drawing: Drawing) -> DrawnChart:
    space = etree.fromstring(drawing.part.blob)
    names = ["".join(text.text or "" for text in one.iterfind(f"{C}tx//{C}v")) for one in space.iter(f"{C}ser")]
    held = any(each.reltype == RT.PACKAGE for each in drawing.part.rels.values())
    return DrawnChart(drawing.slug, tuple(names), held, draws_points(drawing), _beside(drawing))


def _fonts(file: Any) -> tuple[str, ...]:
    named = {style.font.name for style in file.styles if getattr(style, "font", None) is not None}
    named |= {element.get(qn("w:ascii")) for element in file.element.body.iter(qn("w:rFonts"))}
    return tuple(sorted(name for name in named if name))
