"""The numbers a chart draws stand in cells: in a table beside it, or on the sheet *Chart data* with their ids."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import count

from xlsxwriter.workbook import Workbook

from campaignctl.domain.charts import Chart
from campaignctl.domain.document import Document
from campaignctl.domain.figures import Figure
from campaignctl.domain.formats import Format, decimals_together, office_for
from campaignctl.domain.sentences import Ref, Sentence
from campaignctl.writers.report.cells import plain
from campaignctl.writers.report.columns import FIRST, page_of
from campaignctl.writers.report.drawn import Drawn, drawn
from campaignctl.writers.report.measure import column_pixels, column_width, lines, pixels
from campaignctl.writers.report.page import Page, PlacedChart, PlacedTable, row_height
from campaignctl.writers.xlsx_style import (
    BODY_HEIGHT,
    GRID,
    HELP_TAB,
    INK,
    INK_BESIDE,
    SECONDARY,
    SECTION_SIZE,
    TINT,
    Styles,
    new_sheet,
)

CATEGORY_WIDTH, NUMBER_WIDTH, WIDEST = 26.0, 16.0, 60.0
MARGIN = 20  # pixels
THIN, MEDIUM = 1, 2

Range = list[str | int]
"""A range as xlsxwriter takes it: sheet, first row, first column, last row, last column."""


@dataclass(frozen=True, slots=True)
class Sources:
    """The ranges a chart points at: its categories, and per series its name (a cell or a word) and its values.

    ``whiskers`` are per series the lengths up and down from its marks, None where it has no intervals.
    """

    categories: Range
    names: tuple[Range | str, ...]
    values: tuple[Range, ...]
    whiskers: tuple[tuple[Range, Range] | None, ...] = ()


@dataclass(frozen=True, slots=True)
class ToDraw:
    """A chart with its place, its rows of marks and the cells they come from."""

    page: Page
    placed: PlacedChart
    rows: tuple[Drawn, ...]
    sources: Sources


def find_numbers(book: Workbook, styles: Styles, document: Document, pages: Sequence[Page]) -> list[ToDraw]:
    """Return every chart with its cells; what no table beside it holds is written on the sheet *Chart data*."""
    everything = [(page, placed, drawn(placed.chart)) for page in pages for placed in page.charts]
    found = [_in_tables(*one) for one in everything]
    missing = [rows for (_, _, rows), known in zip(everything, found, strict=True) if known is None]
    data = _data_page(book, styles, document, missing) if missing else None
    aside = FIRST + _printed(missing)
    ready = []
    for (page, placed, rows), known in zip(everything, found, strict=True):
        sources = known or (_write(data, aside, placed.chart, rows) if data else None)
        if sources is not None:
            ready.append(ToDraw(page, placed, rows, sources))
    if data is not None:
        data.close(Sentence())
    return ready


def _in_tables(page: Page, placed: PlacedChart, rows: Sequence[Drawn]) -> Sources | None:
    """Return the ranges of a table on the chart's own sheet.

    A cell that says n/a would be drawn as zero; a chart with such a value draws from *Chart data*, where it is blank.
    """
    figures = page.document.figures
    values = [value for row in rows for value in row.values]
    if any(value is None or figures[value].number is None for value in values):
        return None
    tried = (_in_table(page, table, placed.chart, rows) for table in page.tables)
    return next((sources for sources in tried if sources), None)


def _in_table(page: Page, placed: PlacedTable, chart: Chart, rows: Sequence[Drawn]) -> Sources | None:
    """Return the ranges of a table that hold exactly these categories and figures, if it does."""
    columns = {_cells(placed, number): at for number, at in enumerate(placed.columns)}
    if chart.categories not in columns or any(row.values not in columns for row in rows):
        return None
    first, last = placed.rows

    def down(at: int) -> Range:
        return [page.name, first, at, last, at]

    values = tuple(down(columns[row.values]) for row in rows)
    return Sources(down(columns[chart.categories]), tuple(row.name for row in rows), values)


def _cells(placed: PlacedTable, number: int) -> tuple[str | None, ...]:
    """Return a table's column as words and figure ids."""
    cells = (row[number] for row in placed.table.rows)
    return tuple(cell.id if isinstance(cell, Ref) else cell if isinstance(cell, str) else None for cell in cells)


def _data_page(book: Workbook, styles: Styles, document: Document, charts: Sequence[Sequence[Drawn]]) -> Page:
    """Open the sheet; on paper go the numbers, not the ids of their figures, which would make the type tiny."""
    ids = [value for rows in charts for row in rows for value in row.values if value]
    id_width = min(WIDEST, column_width(max((pixels(one) for one in ids), default=0) + MARGIN))
    printed = _printed(charts)
    numbers = (CATEGORY_WIDTH, *(NUMBER_WIDTH,) * (printed - 1))
    widths = (*numbers, *(id_width,) * max(len(rows) for rows in charts))
    columns = page_of(widths, printed)
    page = Page(book, new_sheet(book, "Chart data", HELP_TAB), styles, document, columns)
    context = "Each block is one chart; right of its numbers stand the ids of their figures, on the screen"
    page.open(Sentence(("The numbers behind the charts",)), Sentence((context,)))
    return page


def _printed(charts: Sequence[Sequence[Drawn]]) -> int:
    """Return how many columns the categories and numbers of the widest chart take, with the ends of its intervals."""
    return 1 + max((len(rows) + 2 * sum(bool(row.low) for row in rows) for rows in charts), default=0)


def _write(page: Page, aside: int, chart: Chart, rows: Sequence[Drawn]) -> Sources:
    """Write the block of one chart, ids from the column ``aside`` on, and return its ranges."""
    page.next(10)
    page.line(page.document.words(chart.title) or chart.slug, 24, size=SECTION_SIZE, bold=True)
    header, columns = page.row, range(FIRST + 1, FIRST + 1 + len(rows))
    rule = {"bold": True, "fill": TINT, "bottom": MEDIUM, "bottom_color": INK, "text_wrap": True, "indent": 1}
    page.text(header, FIRST, "Category", **rule)
    for number, row in enumerate(rows):
        page.text(header, columns[number], row.name, **rule, align="right")
        page.text(header, aside + number, f"{row.name}: figure", **rule)
    ends = dict(zip((at for at, row in enumerate(rows) if row.low), count(columns.stop, 2)))
    for at, column in ends.items():
        page.text(header, column, f"{rows[at].name}: up to high", **rule, align="right")
        page.text(header, column + 1, f"{rows[at].name}: down to low", **rule, align="right")
    page.next(36)
    decimals = [_decimals(page.document, row) for row in rows]
    for number, category in enumerate(chart.categories):
        for at, column in ends.items():
            _lengths(page, column, rows[at], number)
        _category(page, aside, category, [(row.values[number], one) for row, one in zip(rows, decimals, strict=True)])
    first, last = header + 1, page.row - 1

    def down(at: int) -> Range:
        return [page.name, first, at, last, at]

    return Sources(
        down(FIRST),
        tuple([page.name, header, at] for at in columns),
        tuple(down(at) for at in columns),
        tuple((down(ends[at]), down(ends[at] + 1)) if at in ends else None for at in range(len(rows))),
    )


def _lengths(page: Page, column: int, row: Drawn, number: int) -> None:
    """Write how far a mark's interval reaches up and down; of a mark without one, zero."""
    figures = page.document.figures
    middle = row.values[number]
    for at, end, ink in ((column, row.high[number], INK), (column + 1, row.low[number], INK_BESIDE)):
        ends = [figures[one].number or 0 for one in (middle, end) if one]
        length = abs(ends[0] - ends[1]) if len(ends) == 2 else 0
        look = {"align": "right", "indent": 1, "bottom": THIN, "bottom_color": GRID, "colour": ink}
        page.number(page.row, at, length, num_format=_length(figures[middle], length) if middle else "0", **look)


def _full(figure: Figure) -> Format:
    """Return how the sheet writes a figure: money in full, for here it is read."""
    return Format.MONEY if figure.format is Format.MONEY_SHORT else figure.format


def _decimals(document: Document, row: Drawn) -> int | None:
    figures = [document.figures[one] for one in row.values if one]
    kinds = {(_full(figure), figure.unit) for figure in figures}
    return decimals_together([figure.value for figure in figures], *kinds.pop()) if len(kinds) == 1 else None


def _length(figure: Figure, length: float) -> str:
    return office_for(length, _full(figure), figure.unit)


def _category(page: Page, aside: int, category: str, values: Sequence[tuple[str | None, int | None]]) -> None:
    line = {"bottom": THIN, "bottom_color": GRID, "indent": 1}
    count = lines(plain(category), column_pixels(CATEGORY_WIDTH) - MARGIN)
    page.text(page.row, FIRST, category, **line, text_wrap=count > 1)
    for at, (value, decimals) in enumerate(values):
        figure = page.document.figures[value] if value else None
        if figure is not None and figure.number is not None:  # else a gap: even a blank cell with a look counts as zero
            form = _full(figure)
            shape = office_for(figure.value, form, figure.unit, signed=figure.is_change, decimals=decimals)
            look = {**line, "align": "right", "colour": INK_BESIDE if (page.row + at) % 2 else INK}
            page.number(page.row, FIRST + 1 + at, figure.number, num_format=shape, **look)
        page.text(page.row, aside + at, value or "", colour=SECONDARY, **line)
    page.next(max(BODY_HEIGHT, row_height(count)))
