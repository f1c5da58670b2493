"""The numbers a chart draws stand in cells: in a table beside it, or on the sheet *Chart data* with their ids."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from xlsxwriter.workbook import Workbook

from campaignctl.domain.document import Chart, Document, Ref, Sentence
from campaignctl.writers.report.cells import plain
from campaignctl.writers.report.columns import FIRST, page_of
from campaignctl.writers.report.drawn import Drawn, drawn
from campaignctl.writers.report.page import Page, PlacedChart, PlacedTable
from campaignctl.writers.xlsx_style import (
    BODY_HEIGHT,
    GRID,
    HELP_TAB,
    INK,
    SECONDARY,
    SECTION_SIZE,
    TINT,
    Styles,
    new_sheet,
)

CATEGORY_WIDTH, NUMBER_WIDTH, ID_WIDTH = 26.0, 18.0, 34.0
THIN, MEDIUM = 1, 2

Range = list[str | int]
"""A range as xlsxwriter takes it: sheet, first row, first column, last row, last column."""


@dataclass(frozen=True, slots=True)
class Sources:
    """The ranges a chart points at: its categories, and per series its name (a cell or a word) and its values."""

    categories: Range
    names: tuple[Range | str, ...]
    values: tuple[Range, ...]


@dataclass(frozen=True, slots=True)
class ToDraw:
    """A chart with its place, its rows of marks and the cells they come from."""

    page: Page
    placed: PlacedChart
    rows: tuple[Drawn, ...]
    sources: Sources


def find_numbers(book: Workbook, styles: Styles, document: Document, pages: Sequence[Page]) -> Iterator[ToDraw]:
    """Yield every chart with its cells; what no table beside it holds is written on the sheet *Chart data*."""
    everything = [(page, placed, drawn(placed.chart)) for page in pages for placed in page.charts]
    found = [(one, _in_tables(*one)) for one in everything]
    missing = [rows for (_, _, rows), sources in found if sources is None]
    data = _data_page(book, styles, document, max(map(len, missing))) if missing else None
    for (page, placed, rows), sources in found:
        if sources is None and data is not None:
            sources = _write(data, placed.chart, rows)  # noqa: PLW2901 - what no table holds is written now
        if sources is not None:
            yield ToDraw(page, placed, rows, sources)


def _in_tables(page: Page, placed: PlacedChart, rows: Sequence[Drawn]) -> Sources | None:
    for table in page.tables:
        sources = _in_table(page, table, placed.chart, rows)
        if sources is not None:
            return sources
    return None


def _in_table(page: Page, placed: PlacedTable, chart: Chart, rows: Sequence[Drawn]) -> Sources | None:
    """Return the ranges of a table that hold exactly these categories and figures.

    A cell that says n/a would be drawn as zero; such a chart draws from *Chart data*, where gaps are blank.
    """
    sheet = page.sheet.get_name()
    columns = {
        tuple(cell.id if isinstance(cell, Ref) else cell for cell in cells): at
        for at, cells in zip(placed.columns, zip(*placed.table.rows, strict=True), strict=True)
    } if placed.table.rows else {}
    known = all(value is not None and page.document.figures[value].number is not None for r in rows for value in r.values)
    if not known or chart.categories not in columns or any(row.values not in columns for row in rows):
        return None
    first, last = placed.rows

    def down(at: int) -> Range:
        return [sheet, first, at, last, at]

    values = tuple(down(columns[row.values]) for row in rows)
    return Sources(down(columns[chart.categories]), tuple(row.name for row in rows), values)


def _data_page(book: Workbook, styles: Styles, document: Document, series: int) -> Page:
    widths = (CATEGORY_WIDTH, *(NUMBER_WIDTH,) * series, *(ID_WIDTH,) * series)
    page = Page(new_sheet(book, "Chart data", HELP_TAB), styles, document, page_of(widths))
    page.open(Sentence(("The numbers behind the charts",)), Sentence(("Each block is one chart; its figure ids stand at the right",)))
    return page


def _write(page: Page, chart: Chart, rows: Sequence[Drawn]) -> Sources:
    """Write the block of one chart and return its ranges."""
    page.next(10)
    page.line(page.document.words(chart.title) or chart.slug, 24, size=SECTION_SIZE, bold=True)
    header = page.row
    rule = {"bold": True, "fill": TINT, "bottom": MEDIUM, "bottom_color": INK, "text_wrap": True, "indent": 1}
    page.text(header, FIRST, "Category", **rule)
    for at, row in enumerate(rows, FIRST + 1):
        page.text(header, at, row.name, **rule, align="right")
        page.text(header, at + len(rows), f"{row.name}: figure", **rule)
    page.next(36)
    for at, category in enumerate(chart.categories):
        _category(page, category, [row.values[at] for row in rows])
    sheet, first, last = page.sheet.get_name(), header + 1, page.row - 1
    columns = range(FIRST + 1, FIRST + 1 + len(rows))
    return Sources(
        [sheet, first, FIRST, last, FIRST],
        tuple([sheet, header, at] for at in columns),
        tuple([sheet, first, at, last, at] for at in columns),
    )


def _category(page: Page, category: str, values: Sequence[str | None]) -> None:
    line = {"bottom": THIN, "bottom_color": GRID, "indent": 1}
    page.text(page.row, FIRST, category, **line)
    for at, value in enumerate(values, FIRST + 1):
        figure = page.document.figures[value] if value else None
        if figure is None or figure.number is None:
            page.blank(page.row, at, at, **line)  # a gap; words would be drawn as zero
        else:
            page.number(page.row, at, figure.number, num_format=figure.office, align="right", **line)
        page.text(page.row, at + len(values), plain(value or ""), colour=SECONDARY, **line)
    page.next(BODY_HEIGHT)
