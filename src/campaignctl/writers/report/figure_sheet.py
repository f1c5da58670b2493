"""The last sheet lists every figure under its id, so that any number of the report can be traced and compared."""

from decimal import Decimal

from xlsxwriter.workbook import Workbook

from campaignctl.domain.document import Document
from campaignctl.domain.figures import Figure
from campaignctl.domain.formats import NOT_AVAILABLE
from campaignctl.domain.sentences import Sentence
from campaignctl.writers.report.cells import plain
from campaignctl.writers.report.columns import FIRST, page_of
from campaignctl.writers.report.measure import column_pixels, lines
from campaignctl.writers.report.page import PAPER_HIGH, Page, row_height
from campaignctl.writers.xlsx_style import BODY_HEIGHT, GRID, HELP_TAB, INK, SECONDARY, TINT, Styles, checked, new_sheet

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


def write_figures(book: Workbook, styles: Styles, document: Document) -> None:
    """Write the sheet *Figures*: one row per figure, its value in its natural unit."""
    page = Page(
        book, new_sheet(book, "Figures", HELP_TAB), styles, document, page_of([width for _, width in HEADERS], PRINTED)
    )
    page.open(
        Sentence(("Every figure of this report under its id",)),
        Sentence((CONTEXT,)),
    )
    page.next(8)
    header = page.row
    if document.figures:
        options = {"name": "tblFigures", "style": None, "columns": [{"header": title} for title, _ in HEADERS]}
        last = header + len(document.figures)
        checked(page.sheet.add_table(header, FIRST, last, page.columns.last, options), "the table of figures")
    for at, (title, _) in enumerate(HEADERS, FIRST):
        rule = {"bold": True, "fill": TINT, "bottom": MEDIUM, "bottom_color": INK, "indent": 1}
        page.text(header, at, title, **rule, align="right" if title in NUMBERS else "left")
    page.next(30)
    for figure in document.figures.values():
        _row(page, figure)
        if page.height <= PAPER_HIGH:
            page.printed_rows = page.row
    page.sheet.freeze_panes(header + 1, FIRST + 1)
    page.repeated = (header, header)
    page.close(Sentence())


def _row(page: Page, figure: Figure) -> None:
    line = {"bottom": THIN, "bottom_color": GRID, "indent": 1}
    cells: tuple[str | Decimal | float | None, ...] = (
        figure.id,
        figure.label,
        figure.words,
        figure.value,
        figure.unit,
        figure.format.value,
        figure.low,
        figure.high,
        figure.definition,
        figure.reason,
    )
    tallest = 1
    for at, ((title, width), cell) in enumerate(zip(HEADERS, cells, strict=True), FIRST):
        if isinstance(cell, str):
            count = lines(plain(cell), column_pixels(width) - MARGIN)
            page.text(page.row, at, cell, **line, text_wrap=count > 1)
            tallest = max(tallest, count)
        elif cell is not None:
            page.number(page.row, at, float(cell), align="right", **line)
        elif title == "Value":
            page.text(page.row, at, NOT_AVAILABLE, align="right", colour=SECONDARY, **line)
        else:
            page.blank(page.row, at, at, **line)
    page.next(max(BODY_HEIGHT, row_height(tallest)))
