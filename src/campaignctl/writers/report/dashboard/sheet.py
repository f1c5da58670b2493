"""The sheet Dashboard as people see it: two framed cells to choose in, cards, charts and the largest sellers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.workbook import Workbook

from campaignctl.domain.cube import Cube, Reading
from campaignctl.domain.document import Card, Document, Section, Text
from campaignctl.domain.formats import Format, office
from campaignctl.domain.sentences import Sentence
from campaignctl.domain.tables import Mark
from campaignctl.writers.report.cards import (
    LABEL_HEIGHT,
    LINE_HEIGHT,
    NUMBER_HEIGHT,
    against_words,
    card_look,
    left_of,
    strip,
)
from campaignctl.writers.report.cells import STATUS_COLOURS, plain
from campaignctl.writers.report.columns import FIRST, grid
from campaignctl.writers.report.dashboard import drawn
from campaignctl.writers.report.dashboard.choice import NAMES, Choice, choice_of
from campaignctl.writers.report.dashboard.hidden import Computed, Hidden
from campaignctl.writers.report.dashboard.numbers import (
    NONE,
    Numbers,
    figure_value,
    in_full,
    numbers_of,
    seller_cell,
    seller_figure,
)
from campaignctl.writers.report.marks import colour_by_sign
from campaignctl.writers.report.page import Page
from campaignctl.writers.xlsx_style import (
    BODY_HEIGHT,
    CAMPAIGN,
    DATA_BAR,
    GRID,
    INK,
    KPI_SIZE,
    NEW_FILL,
    PAPER,
    SECONDARY,
    SMALL_SIZE,
    TINT,
    WARNING_FILL,
    Styles,
    checked,
    new_sheet,
)

HINT = "Choose in the two blue-framed cells; every number and chart on this sheet follows."
SELECTOR_HEIGHT = 26
CHART_ROWS, CHART_ROW = 16, 15.0
MOST_ROWS = 8
FRAME = {"bold": True, "size": 14, "indent": 1, "fill": PAPER, "border": 2, "border_color": CAMPAIGN}
WARNING = {"size": SMALL_SIZE, "fill": WARNING_FILL, "indent": 1}
SMALL = {"size": SMALL_SIZE, "colour": SECONDARY}
COLUMNS = (
    "gmv",
    "gmv~target",
    "units",
    "orders",
    "aov",
    "seller_discount",
    "platform_discount",
    "refund_rate",
)
"""The columns of the sellers: readings of the cube and figures of a seller."""
WHY = "● not told for two choices: counted once"
THIN, MEDIUM = 1, 2


def write_dashboard(book: Workbook, styles: Styles, document: Document, section: Section, cube: Cube) -> Page:
    """Write the sheet, and the hidden ones that its formulas read; every formula has the value of the first choice."""
    page = Page(new_sheet(book, section.name), styles, document, grid())
    page.open(Sentence((document.campaign,)), Sentence((HINT,)))
    as_of = plain(document.texts.get("report.as_of_words", ""))
    page.text(0, page.columns.last, f"Data as of {as_of}", bold=True, size=SMALL_SIZE, align="right")
    complete = _said(document, section, "dashboard-complete")
    colour = next((STATUS_COLOURS[word] for word in STATUS_COLOURS if complete and complete[0].startswith(word)), INK)
    page.text(1, page.columns.last, "".join(complete), size=SMALL_SIZE, align="right", colour=colour)
    cells = _selectors(page)
    calc = Hidden(book, "Calc")
    choice = choice_of(book, page.name, cells, cube, calc)
    numbers = numbers_of(document, choice, calc)
    _strip(page, choice, numbers)
    warnings = _said(document, section, "dashboard-warnings")
    if warnings:
        page.next(6)
    for warning in warnings:
        _merged(page, 0, 4, **WARNING)
        page.text(page.row, FIRST, f"◐ {warning}", **WARNING)
        page.next(BODY_HEIGHT)
    _cards(page, [part for part in _parts(document) if isinstance(part, Card)], choice, numbers)
    _charts(book, page, choice, numbers, calc)
    _table(page, choice, numbers)
    page.close(section.source)
    return page


def _said(document: Document, section: Section, slug: str) -> list[str]:
    texts = [part for part in section.parts if isinstance(part, Text) and part.slug == slug]
    return [plain(document.words(sentence)) for text in texts for sentence in text.sentences]


def _parts(document: Document) -> list[object]:
    summary = document.section("summary")
    return list(summary.parts) if summary else []


def _selectors(page: Page) -> dict[str, str]:
    """Write the two framed cells and return where they stand."""
    page.next(6)
    for at, word in enumerate(("Category ▾", "Seller ▾")):
        page.text(page.row, left_of(page, at), word, size=SMALL_SIZE, colour=SECONDARY)
    page.next(18)
    cells = {}
    for at, scope in enumerate(NAMES):
        _merged(page, at, at, **FRAME)
        cells[scope] = xl_rowcol_to_cell(page.row, left_of(page, at), row_abs=True, col_abs=True)
    page.next(SELECTOR_HEIGHT)
    return cells


def _merged(page: Page, first: int, last: int, **look: Any) -> None:
    """Make one cell of the columns of some blocks of the row."""
    spans = page.columns.block_spans()
    place = (page.row, FIRST + spans[first][0], page.row, FIRST + spans[last][1])
    checked(page.sheet.merge_range(*place, "", page.styles(**look)), "a wide cell")


def _strip(page: Page, choice: Choice, numbers: Numbers) -> None:
    """Write the default choice, its drop-downs, and what is shown beside them, in the row just left."""
    page.row -= 1
    row = page.row
    for at, (scope, (_, listed)) in enumerate(NAMES.items()):
        column, axis = left_of(page, at), choice.cube.axis(scope)
        page.text(row, column, choice.labels[scope][0], **FRAME)
        label = axis.label if axis else scope
        options = {
            "validate": "list",
            "source": f"={listed}",
            "input_title": label,
            "input_message": "Choose from the list. The first entry shows everything.",
            "error_title": f"No such {label.lower()}",
            "error_message": f"Choose from the list. Example: {choice.labels[scope][0]}",
        }
        checked(page.sheet.data_validation(row, column, row, column, options), f"the list of {scope}")
    look = {"fill": NEW_FILL, "colour": SECONDARY, "indent": 1, "text_wrap": True}
    _merged(page, 2, 4, **look)
    categories, sellers = (choice.labels[scope][0] for scope in NAMES)
    undo = f" · to see everything choose {categories} and {sellers}"
    formula, sold = numbers.sold
    axis = choice.cube.axis("seller")
    every = len(axis.members) if axis else 0
    shown = f'"Showing "&{choice.words}&" · "&{formula[1:]}&" of {every} sold"&IF({choice.alone}="total","","{undo}")'
    text = f'=IF({choice.alone}="none","No seller matches. Choose {sellers}.",{shown})'
    page.computed(row, left_of(page, 2), text, f"Showing {categories}, {sellers} · {sold} of {every} sold", **look)
    page.row += 1


def _cards(page: Page, cards: Sequence[Card], choice: Choice, numbers: Numbers) -> None:
    page.next(8)
    for at, card in enumerate(cards):
        strip(page, at, **card_look(colour=SECONDARY))
        page.text(page.row, left_of(page, at), card.label, **card_look(colour=SECONDARY))
    page.next(LABEL_HEIGHT)
    for at, card in enumerate(cards):
        metric = card.figure.partition(".")[0]
        told = numbers.readings.get(metric, ("", figure_value(page.document, card.figure)))
        figure = page.document.figures[card.figure]
        look = card_look(size=KPI_SIZE, bold=True, num_format=office(figure.format, figure.unit))
        strip(page, at, **look)
        page.computed(page.row, left_of(page, at), *_unless_none(choice, told), **look)
    page.next(NUMBER_HEIGHT)
    for at, card in enumerate(cards):
        look = card_look(size=SMALL_SIZE, colour=SECONDARY)
        strip(page, at, **look)
        page.computed(page.row, left_of(page, at), *_note(page.document, card, choice, numbers), **look)
    page.next(LINE_HEIGHT)


def _unless_none(choice: Choice, told: Computed) -> Computed:
    formula, now = told
    return (f'=IF({choice.alone}="none","{NONE}",{formula[1:]})' if formula else "", now)


def _note(document: Document, card: Card, choice: Choice, numbers: Numbers) -> Computed:
    """Return the line under a card: the report's own for everything, else what the choice is of the whole."""
    figure = document.figures[card.figure]
    now = against_words(document, card.against[0]) if card.against else f"● {plain(figure.words)}"
    metric = card.figure.partition(".")[0]
    reading, told = choice.cube.reading(metric), numbers.readings.get(metric)
    if reading is None or told is None or figure.number is None:
        return "", now
    if not reading.plus:
        other = f'IF({choice.alone}="both","{WHY}","● whole campaign {_quoted(figure.words)}")'
    elif reading.is_additive and figure.number > 0:
        other = f'"● "&TEXT({told[0][1:]}/{figure.number!r},"0.0%")&" of the campaign"'
    else:
        other = f'"● whole campaign {_quoted(figure.words)}"'
    whole = f'IF({choice.alone}="total","{_quoted(now)}",IF({choice.alone}="none","",{other}))'
    return f"={whole}", now


def _quoted(words: str) -> str:
    return plain(words).replace('"', '""')[:240]


def _charts(book: Workbook, page: Page, choice: Choice, numbers: Numbers, calc: Hidden) -> None:
    page.next(8)
    spans = page.columns.block_spans()
    edges = page.columns.edges
    unit = choice.cube.currency
    everything = ", ".join(choice.labels[scope][0] for scope in NAMES)

    def titled(words: str) -> str:
        cells = calc.add(f"title {words}", [(f'="{words}: "&{choice.words}', f"{words}: {everything}")])
        return drawn.title_cells(cells)

    made = [
        (drawn.columns(book, numbers.days, titled("GMV by day"), unit), 0, 1, "GMV by day of what is chosen"),
        (drawn.bars(book, numbers.sellers, titled("Sellers"), unit), 2, 3, "The largest sellers of what is chosen"),
    ]
    if numbers.ways is not None and numbers.way is not None:
        label = numbers.way.label
        chart = drawn.bars(book, numbers.ways, titled(f"By {label.lower()}"), unit)
        made.append((chart, 4, 4, f"GMV by {label.lower()} of what is chosen"))
    for native, first, last, alt in made:
        left = edges[spans[first][0]]
        native.set_size({"width": edges[spans[last][1] + 1] - left, "height": CHART_ROWS * 20})
        box = {"x_offset": left, "object_position": 2, "description": alt}
        checked(page.sheet.insert_chart(page.row, FIRST, native, box), alt)
    for _ in range(CHART_ROWS):
        page.next(CHART_ROW)
    page.next(10)


def _table(page: Page, choice: Choice, numbers: Numbers) -> None:
    """Write the largest sellers of what is chosen, with what they sold in the category chosen."""
    heads = _heads(choice, numbers)
    free = [at for at in range(2, len(page.columns.widths)) if at not in page.columns.gutters]
    columns = [FIRST + at for at in free[: len(heads)]]
    rule: Mapping[str, Any] = {"bold": True, "fill": TINT, "bottom": MEDIUM, "bottom_color": INK, "indent": 1}
    header = page.row
    page.blank(page.row, FIRST, page.columns.last, **rule)
    page.text(page.row, FIRST, "Seller", **rule)
    for column, head in zip(columns, heads, strict=False):
        page.text(page.row, column, head.title, **rule, align="right")
    page.next(24)
    for row in range(min(MOST_ROWS, numbers.ranked.count)):
        _seller(page, choice, numbers, row, dict(zip(columns, heads, strict=False)))
    bar = {"type": "data_bar", "bar_color": DATA_BAR, "bar_solid": True, "bar_no_border": True}
    bar |= {"min_type": "num", "min_value": 0}
    checked(page.sheet.conditional_format(header + 1, columns[0], page.row - 1, columns[0], bar), "the bars")
    for column, head in zip(columns, heads, strict=False):
        if "~" in head.figure:
            colour_by_sign(page, (header + 1, column, page.row - 1, column), Mark.GOOD)
    if numbers.ranked.count > MOST_ROWS:
        page.line("The largest sellers of what is chosen; all stand on the sheet Sellers.", 18, **SMALL)


@dataclass(frozen=True, slots=True)
class _Head:
    """A column of the sellers: a reading of the cube, or a figure of the seller."""

    title: str
    form: str
    reading: Reading | None = None
    figure: str = ""


def _heads(choice: Choice, numbers: Numbers) -> list[_Head]:
    """Return the columns in their order; a figure that no seller has is left out."""
    unit = choice.cube.currency
    told = {one for one, (_, values) in numbers.of_sellers.items() if any(value != NONE for value in values)}
    figures = {
        "gmv~target": _Head("vs target", office(Format.PERCENT, signed=True), figure="gmv~target"),
        "orders": _Head("Orders", office(Format.COUNT), figure="orders"),
        "aov": _Head("AOV", office(Format.MONEY, unit), figure="aov"),
    }
    found = []
    for word in COLUMNS:
        reading = choice.cube.reading(word)
        if word in figures:
            found += [figures[word]] if word in told else []
        elif reading is not None:
            found.append(_Head(reading.label, office(in_full(reading), reading.unit), reading))
    return found


def _seller(page: Page, choice: Choice, numbers: Numbers, row: int, heads: Mapping[int, _Head]) -> None:
    line = {"bottom": THIN, "bottom_color": GRID, "indent": 1}
    at, sold = numbers.order[row], numbers.sellers.values.at(row)
    any_sold = bool(choice.cube.sums_by("seller")[at]["value"])
    name = choice.labels["seller"][at + 1] if any_sold else ""
    page.blank(page.row, FIRST, page.columns.last, **line)
    page.computed(page.row, FIRST, f"={numbers.sellers.names.at(row)}", name, **line)
    for column, head in heads.items():
        formula, now = (
            seller_cell(choice, numbers, row, head.reading)
            if head.reading
            else seller_figure(choice, numbers, row, head.figure)
        )
        text = f'=IF({sold}=0,"",{formula})'
        page.computed(page.row, column, text, now if any_sold else "", num_format=head.form, align="right", **line)
    page.next(BODY_HEIGHT)
