"""The last sheet lists every figure under its id, so that any number of the report can be traced and compared.

A report of hundreds of shops has tens of thousands: their rows are streamed when the workbook is closed.
"""

from collections.abc import Iterator, Sequence
from itertools import accumulate, takewhile

from xlsxwriter.format import Format as CellFormat
from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.workbook import Workbook

from campaignctl.domain.document import Document
from campaignctl.domain.figures import Figure
from campaignctl.domain.formats import NOT_AVAILABLE
from campaignctl.domain.sentences import Sentence
from campaignctl.writers.report.cells import plain
from campaignctl.writers.report.columns import FIRST, page_of
from campaignctl.writers.report.listing.cells import body
from campaignctl.writers.report.measure import column_pixels, lines
from campaignctl.writers.report.page import HIGHEST_ROW, PAPER_HIGH, Page, row_height
from campaignctl.writers.streamed_sheet import Body, StreamedSheet
from campaignctl.writers.xlsx_style import BODY_HEIGHT, GRID, HELP_TAB, INK, TINT, Styles, new_sheet

HEADERS = (
    ("Id", 36.0),
    ("Label", 36.0),
    ("Shown as", 14.0),
    ("Value", 18.0),
    ("Unit", 10.0),
    ("Format", 14.0),
    ("Low", 14.0),
    ("High", 14.0),
    ("Definition", 38.0),
    ("Reason", 38.0),
)
CONTEXT = (
    "Values in their natural unit: money in its currency, rates as fractions, durations in seconds."
    " For the screen: only the first page prints"
)
PRINTED = 3
"""The columns that print, on one page: as a whole the sheet would take hundreds."""

NUMBERS = {"Value", "Low", "High"}
THIN, MEDIUM = 1, 2
MARGIN = 20  # pixels
HEADER_HEIGHT = 30
PIECE = 4_000  # rows made at once

Cells = tuple[str | float | None, ...]


def write_figures(book: Workbook, styles: Styles, document: Document) -> None:
    """Write the sheet *Figures*: one row per figure, its value in its natural unit."""
    figures = tuple(document.figures.values())
    sheet = new_sheet(book, "Figures", HELP_TAB, StreamedSheet)
    page = Page(book, sheet, styles, document, page_of([width for _, width in HEADERS], PRINTED))
    page.open(
        Sentence(("Every figure of this report under its id",)),
        Sentence((CONTEXT,)),
    )
    page.next(8)
    header = page.row
    for at, (title, _) in enumerate(HEADERS, FIRST):
        rule = {"bold": True, "fill": TINT, "bottom": MEDIUM, "bottom_color": INK, "indent": 1}
        page.text(header, at, title, **rule, align="right" if title in NUMBERS else "left")
    page.next(HEADER_HEIGHT)
    if figures and isinstance(sheet, StreamedSheet):
        options = {"name": "tblFigures", "style": None, "columns": [{"header": title} for title, _ in HEADERS]}
        sheet.add_long_table((header, FIRST, header + len(figures), page.columns.last), options)
        _stream(page, sheet, figures)
    page.sheet.freeze_panes(header + 1, FIRST + 1)
    page.repeated = (header, header)
    page.close(Sentence())


def _stream(page: Page, sheet: StreamedSheet, figures: Sequence[Figure]) -> None:
    """Have a row per figure written when the workbook is closed, and go below them; the first page of them prints."""
    rows = [_cells(figure) for figure in figures]
    heights = _heights(rows)
    on_paper = takewhile(lambda down: down <= PAPER_HIGH, accumulate(heights, initial=page.height))
    page.printed_rows = page.row + sum(1 for _ in on_paper) - 1
    line = {"bottom": THIN, "bottom_color": GRID, "indent": 1}
    text, number = page.styles(**line, text_wrap=True), page.styles(**line, align="right")
    first = page.row

    def written() -> Iterator[str]:
        styles = [_number_of(number if title in NUMBERS else text) for title, _ in HEADERS]
        letters = [xl_col_to_name(at) for at in range(FIRST, FIRST + len(HEADERS))]
        for start in range(0, len(rows), PIECE):
            found = zip(*rows[start : start + PIECE], strict=True)
            piece = list(zip(letters, found, styles, strict=True))
            yield body(piece, lambda row: f' ht="{heights[row - first - 1]:g}" customHeight="1"', first + start + 1)

    sheet.stream(Body(first, first + len(rows) - 1, written), page.columns.last)
    page.row, page.height = first + len(rows), page.height + sum(heights)


def _cells(figure: Figure) -> Cells:
    """Return what the cells of a figure's row hold, in the order of the headers."""
    return (
        _text(figure.id),
        _text(figure.label),
        _text(figure.words),
        NOT_AVAILABLE if figure.value is None else float(figure.value),
        _text(figure.unit),
        figure.format.value,
        None if figure.low is None else float(figure.low),
        None if figure.high is None else float(figure.high),
        _text(figure.definition),
        _text(figure.reason),
    )


def _text(text: str) -> str | None:
    return plain(text) or None


def _heights(rows: Sequence[Cells]) -> list[float]:
    """Return the height of each row in points: as many lines as its longest text wraps to."""
    texts = [(at, width) for at, (title, width) in enumerate(HEADERS) if title not in NUMBERS]
    most = dict.fromkeys(range(len(rows)), 1)
    for at, width in texts:
        room, known = column_pixels(width) - MARGIN, dict[str, int]()
        for number, cells in enumerate(rows):
            text = str(cells[at] or "")
            count = known.get(text) or known.setdefault(text, lines(text, room))
            most[number] = max(most[number], count)
    return [max(BODY_HEIGHT, min(row_height(count), HIGHEST_ROW)) for count in most.values()]


def _number_of(style: CellFormat) -> int:
    """Return the number of a cell format in the file's XML."""
    return int(style._get_xf_index())  # type: ignore[no-untyped-call] # noqa: SLF001 - xlsxwriter has no name for it
