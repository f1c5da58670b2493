"""A section becomes a sheet: its parts stand below one another in their order, cards and charts side by side."""

from collections.abc import Sequence
from itertools import groupby

from xlsxwriter.workbook import Workbook

from campaignctl.domain.charts import Chart
from campaignctl.domain.document import Card, Document, Findings, Part, Section, Tally, Text
from campaignctl.domain.listing import Listing
from campaignctl.domain.tables import Table
from campaignctl.writers.report.cards import write_cards
from campaignctl.writers.report.chart_layout import height_of
from campaignctl.writers.report.columns import Columns, grid, on_paper, page_of
from campaignctl.writers.report.findings import findings_table
from campaignctl.writers.report.fit import widest_of, widths
from campaignctl.writers.report.listing.looks import widths as listing_widths
from campaignctl.writers.report.listing.table import write_listing
from campaignctl.writers.report.page import SCREEN_ROWS, Page, PlacedChart
from campaignctl.writers.report.tables import write_table
from campaignctl.writers.report.tally import with_room
from campaignctl.writers.streamed_sheet import StreamedSheet
from campaignctl.writers.xlsx_style import ATTENTION, CAMPAIGN, HELP_TAB, Styles, new_sheet

CHARTS_ABREAST = 2
SEAM = 16  # pixels between two charts
WIDEST_CHART = 1360  # pixels
CHART_ROW = 15.0  # points, which is 20 pixels
CHART_ROW_PIXELS = 20
GAP = 12.0
LARGER_SHARE = 3  # of five blocks, for the first of two charts on a grid


def write_section(book: Workbook, styles: Styles, document: Document, section: Section) -> Page:
    """Write one sheet and return it; its charts are placed but not yet drawn."""
    tab = HELP_TAB if section.method else ATTENTION if section.alarm else CAMPAIGN
    listed = any(isinstance(part, Listing) for part in section.parts)
    sheet = new_sheet(book, section.name, tab, StreamedSheet if listed else None)
    parts = [findings_table(part) if isinstance(part, Findings) else part for part in section.parts]
    page = Page(book, sheet, styles, document, _columns(parts, document))
    page.open(section.title, section.context)
    tally = next((part for part in parts if isinstance(part, Tally)), None)
    for kind, run in groupby((part for part in parts if part is not tally), key=type):
        _write(page, kind, list(run), tally)
    page.close(section.source)
    return page


def _columns(parts: Sequence[Part], document: Document) -> Columns:
    """Return the columns of a section's listing, else the grid for one with cards, else the columns of its tables."""
    listing = next((part for part in parts if isinstance(part, Listing)), None)
    if listing is not None:
        tally = next((part for part in parts if isinstance(part, Tally)), None)
        return with_room(_columns_of(listing), tally, sum(isinstance(part, Card) for part in parts), document)
    tables = [part for part in parts if isinstance(part, Table)]
    blocks = grid()
    fits = all(len(table.columns) <= len(blocks.widths) - len(blocks.gutters) for table in tables)
    if fits and any(isinstance(part, Card) for part in parts):
        return blocks
    return on_paper(page_of(widest_of([widths(table, document) for table in tables])), _groups(tables))


def _groups(tables: Sequence[Table]) -> list[int]:
    """Return the positions at which a group of columns begins in the widest of some tables."""
    heads = max((table.columns for table in tables), key=len, default=())
    return [at for at in range(1, len(heads)) if heads[at].group != heads[at - 1].group]


def _columns_of(listing: Listing) -> Columns:
    """Return the columns of a listing; those that are not printed are the last ones."""
    printed = [column.printed for column in listing.columns]
    return page_of(listing_widths(listing), None if all(printed) else printed.index(False))


def _write(page: Page, kind: type[Part], parts: Sequence[Part], tally: Tally | None) -> None:
    if kind is Card:
        write_cards(page, [part for part in parts if isinstance(part, Card)], tally)
    elif kind is Chart:
        _place_charts(page, [part for part in parts if isinstance(part, Chart)])
    elif kind is Text:
        page.next(8)
    for part in parts:
        if isinstance(part, Table):
            page.next(8 if not page.tables else GAP)
            write_table(page, part)
        elif isinstance(part, Listing):
            page.next(8)
            placed = write_listing(page, part)
            if page.frozen is None and placed.header <= SCREEN_ROWS:
                page.frozen = (placed.header, part.frozen)
        elif isinstance(part, Text):
            for sentence in part.sentences:
                page.line(page.document.words(sentence), 20)


def _place_charts(page: Page, charts: Sequence[Chart]) -> None:
    """Reserve rows for charts, two abreast; one that has nothing to draw is left out."""
    full = [chart for chart in charts if any(any(series.values) for series in chart.series)]
    for start in range(0, len(full), CHARTS_ABREAST):
        row = full[start : start + CHARTS_ABREAST]
        page.next(GAP)
        height = max(height_of(chart) for chart in row)
        for chart, (left, width) in zip(row, _boxes(page.columns, len(row)), strict=True):
            page.charts.append(PlacedChart(chart, page.row, left, width, height))
        for _ in range(-(-height // CHART_ROW_PIXELS)):
            page.next(CHART_ROW)


def _boxes(columns: Columns, count: int) -> tuple[tuple[int, int], ...]:
    """Return left edge and width, in pixels, of each of ``count`` charts: three and two blocks, or two halves."""
    if count == 1:
        return ((0, columns.pixels if columns.gutters else min(columns.pixels, WIDEST_CHART)),)
    if columns.gutters:
        blocks = columns.block_spans()
        end = columns.edges[blocks[LARGER_SHARE - 1][1] + 1]
        start = columns.edges[blocks[LARGER_SHARE][0]]
        return ((0, end), (start, columns.pixels - start))
    half = (columns.pixels - SEAM) // 2
    return ((0, half), (half + SEAM, half))
