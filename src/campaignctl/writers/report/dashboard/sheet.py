"""The sheet Dashboard as people see it: two framed cells to choose in, cards, charts and the largest sellers."""

from xlsxwriter.workbook import Workbook

from campaignctl.domain.cube import Cube
from campaignctl.domain.document import Card, Document, Section, Text
from campaignctl.domain.formats import Format, office
from campaignctl.domain.sentences import Sentence
from campaignctl.writers.report.cells import STATUS_COLOURS, plain
from campaignctl.writers.report.columns import FIRST, grid
from campaignctl.writers.report.dashboard import drawn
from campaignctl.writers.report.dashboard.cards import write_cards
from campaignctl.writers.report.dashboard.choice import Choice, choice_of
from campaignctl.writers.report.dashboard.chooser import merged, write_choice, write_chooser
from campaignctl.writers.report.dashboard.hidden import Hidden
from campaignctl.writers.report.dashboard.numbers import (
    Numbers,
    Parts,
    numbers_of,
)
from campaignctl.writers.report.dashboard.sellers import write_sellers
from campaignctl.writers.report.page import Page
from campaignctl.writers.xlsx_style import (
    BODY_HEIGHT,
    INK,
    SMALL_SIZE,
    WARNING_FILL,
    Styles,
    checked,
    new_sheet,
)

HINT = "Choose in the two blue-framed cells; every number and chart on this sheet follows."
CHART_ROWS, CHART_ROW = 16, 15.0
SEAM = 16  # pixels between two charts
MILLION = 999_500  # from here on a short amount is written in millions
WARNING = {"size": SMALL_SIZE, "fill": WARNING_FILL, "indent": 1}


def write_dashboard(book: Workbook, styles: Styles, document: Document, section: Section, cube: Cube) -> Page:
    """Write the sheet, and the hidden ones that its formulas read; every formula has the value of the first choice."""
    page = Page(book, new_sheet(book, section.name), styles, document, grid())
    page.open(Sentence((document.campaign,)), Sentence((HINT,)))
    as_of = plain(document.texts.get("report.as_of_words", ""))
    page.text(0, page.columns.last, f"Data as of {as_of}", bold=True, size=SMALL_SIZE, align="right")
    complete = _said(document, section, "dashboard-complete")
    colour = next((STATUS_COLOURS[word] for word in STATUS_COLOURS if complete and complete[0].startswith(word)), INK)
    page.text(1, page.columns.last, "".join(complete), size=SMALL_SIZE, align="right", colour=colour)
    cells = write_chooser(page)
    calc = Hidden(book, "Calc")
    choice = choice_of(book, page.name, cells, cube, calc)
    numbers = numbers_of(document, choice, calc)
    write_choice(page, choice, numbers)
    warnings = _said(document, section, "dashboard-warnings")
    if warnings:
        page.next(6)
    for warning in warnings:
        merged(page, 0, 4, **WARNING)
        page.text(page.row, FIRST, f"◐ {warning}", **WARNING)
        page.next(BODY_HEIGHT)
    write_cards(page, [part for part in _parts(document) if isinstance(part, Card)], choice, numbers, calc)
    _charts(book, page, choice, numbers, calc)
    write_sellers(page, choice, numbers)
    page.close(section.source)
    return page


def _said(document: Document, section: Section, slug: str) -> list[str]:
    texts = [part for part in section.parts if isinstance(part, Text) and part.slug == slug]
    return [plain(document.words(sentence)) for text in texts for sentence in text.sentences]


def _parts(document: Document) -> list[object]:
    summary = document.section("summary")
    return list(summary.parts) if summary else []


def label_format(currency: str, largest: float) -> str:
    """Return the number format of bars up to ``largest``: what sold nothing has no words.

    A format has room for two sizes. Beside millions and thousands the rest stands without the sign of its currency,
    which nothing sold would show as well.
    """
    millions, thousands, rest = office(Format.MONEY_SHORT, currency, largest=largest).split(";")
    return f"{millions};{thousands};#,###" if largest >= MILLION else f"{thousands};[>0]{rest};"


def _charts(book: Workbook, page: Page, choice: Choice, numbers: Numbers, calc: Hidden) -> None:
    page.next(8)

    def titled(words: str) -> str:
        cells = calc.add(f"title {words}", [(f'="{words}: "&{choice.words}', f"{words}: {choice.everything}")])
        return drawn.title_cells(cells)

    def shape(parts: Parts) -> str:
        return label_format(choice.cube.currency, parts.largest)

    days, sellers = numbers.days, numbers.sellers
    made = [
        (drawn.columns(book, days, titled("GMV by day"), shape(days)), "GMV by day of what is chosen"),
        (drawn.bars(book, sellers, titled("Sellers"), shape(sellers)), "The largest sellers of what is chosen"),
    ]
    if numbers.ways is not None and numbers.way is not None:
        label = numbers.way.label
        chart = drawn.bars(book, numbers.ways, titled(f"By {label.lower()}"), shape(numbers.ways))
        made.append((chart, f"GMV by {label.lower()} of what is chosen"))
    for (native, alt), (left, width) in zip(made, _boxes(page, len(made)), strict=True):
        native.set_size({"width": width, "height": CHART_ROWS * 20})
        box = {"x_offset": left, "object_position": 2, "description": alt}
        checked(page.sheet.insert_chart(page.row, FIRST, native, box), alt)
    for _ in range(CHART_ROWS):
        page.next(CHART_ROW)
    page.next(10)


def _boxes(page: Page, count: int) -> list[tuple[int, int]]:
    """Return left edge and width of each chart in pixels: the first over two blocks, the others share the rest."""
    edges, spans = page.columns.edges, page.columns.block_spans()
    first = edges[spans[1][1] + 1]
    start = edges[spans[2][0]]
    width = (page.columns.pixels - start - SEAM * (count - 2)) // (count - 1)
    return [(0, first), *((start + at * (width + SEAM), width) for at in range(count - 1))]
