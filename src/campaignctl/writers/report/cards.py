"""A card shows one figure in large type under its label, and below it what the figure is held against."""

from collections.abc import Sequence
from typing import Any

from campaignctl.domain.document import Against, Card, Document, Tally
from campaignctl.domain.figures import Figure
from campaignctl.domain.formats import NOT_AVAILABLE
from campaignctl.domain.tables import Mark
from campaignctl.writers.report.cells import MARK_COLOURS, plain
from campaignctl.writers.report.columns import BLOCKS, FIRST
from campaignctl.writers.report.live import if_all, live_formula
from campaignctl.writers.report.measure import lines
from campaignctl.writers.report.page import Page, row_height
from campaignctl.writers.report.tally import write_tally
from campaignctl.writers.xlsx_style import CAMPAIGN, KPI_SIZE, SECONDARY, SMALL_SIZE, TINT, checked

LABEL_HEIGHT = 20
NUMBER_HEIGHT = 32
LINE_HEIGHT = 20
GAP = 4
EDGE = {"left": 5, "left_color": CAMPAIGN}  # Excel's widest border
ABOVE, BELOW, LEVEL = "▲", "▼", "●"


def write_cards(page: Page, cards: Sequence[Card], tally: Tally | None = None) -> None:
    """Write ``cards`` beside one another, five to a row of blocks; a ``tally`` stands right of the last of them."""
    page.next(6)
    for start in range(0, len(cards), BLOCKS):
        row = cards[start : start + BLOCKS]
        if tally is not None and start + BLOCKS >= len(cards):
            write_tally(page, tally, FIRST + page.columns.block_spans()[len(row) - 1][1] + 1)
        notes = [_notes(page.document, card) for card in row]
        _labels(page, row)
        _numbers(page, row)
        for at in range(max(len(some) for some in notes)):
            _changes(page, row, [some[at] if at < len(some) else ("", Mark.NEUTRAL) for some in notes])
        page.next(GAP)


def _labels(page: Page, cards: Sequence[Card]) -> None:
    for at, card in enumerate(cards):
        strip(page, at, colour=SECONDARY)
        page.text(page.row, left_of(page, at), page.document.label(card), **card_look(colour=SECONDARY))
    page.next(LABEL_HEIGHT)


def _numbers(page: Page, cards: Sequence[Card]) -> None:
    for at, card in enumerate(cards):
        figure = page.document.figures[card.figure]
        look = card_look(size=KPI_SIZE, bold=True)
        if figure.number is None:
            look = card_look(size=KPI_SIZE, bold=True, colour=SECONDARY)
            strip(page, at, **look)
            page.text(page.row, left_of(page, at), NOT_AVAILABLE, **look)
        else:
            shape = _shape(page.document, card)
            strip(page, at, num_format=shape, **look)
            formula = live_formula(page.document, card.live)
            page.computed(page.row, left_of(page, at), formula, figure.number, num_format=shape, **look)
    page.next(NUMBER_HEIGHT)


def _shape(document: Document, card: Card) -> str:
    """Return the number format of a card: its figure's, and behind it what it is a part of."""
    shape = number_format(document.figures[card.figure])
    if not card.of:
        return shape
    whole = document.figures[card.of].words.replace('"', "")
    return ";".join(f'{part}" of {whole}"' for part in shape.split(";"))


def number_format(figure: Figure) -> str:
    """Return the number format of a figure in large type; a change has its sign there and its arrow below."""
    return figure.office.replace(f'"{ABOVE} ', '"').replace(f'"{BELOW} ', '"').replace(f'"{LEVEL} "', "")


def _changes(page: Page, cards: Sequence[Card], notes: Sequence[tuple[str, Mark]]) -> None:
    tallest = 1
    for at, (card, (words, mark)) in enumerate(zip(cards, notes, strict=True)):
        first, last = page.columns.block_spans()[at]
        tallest = max(tallest, lines(words, page.columns.room(first, last) - 16, SMALL_SIZE))
        look = card_look(size=SMALL_SIZE, colour=MARK_COLOURS[mark], text_wrap=True)
        strip(page, at, **look)
        page.computed(page.row, left_of(page, at), if_all(page.document, card.live, words), words, **look)
    page.next(max(LINE_HEIGHT, row_height(tallest, SMALL_SIZE)))


def _notes(document: Document, card: Card) -> list[tuple[str, Mark]]:
    figure = document.figures[card.figure]
    if figure.value is None and not card.against:
        return [(figure.reason, Mark.NEUTRAL)]
    return [(against_words(document, line), line.mark) for line in card.against]


def against_words(document: Document, line: Against) -> str:
    """Return the line under a card: sign, change, against what (``▲ +7% against target $3.60M``)."""
    label = plain(document.words(line.label))
    if not line.change:
        return label if label.startswith((ABOVE, BELOW, LEVEL)) else f"{LEVEL} {label}"
    figure = document.figures[line.change]
    return f"{sign(figure)} {figure.words} against {label}" if figure.value is not None else f"{label}: {figure.words}"


def plan_word(document: Document) -> str:
    """Return what cards call the target: ``target to date`` while the campaign runs."""
    cards = (part for section in document.sections for part in section.parts if isinstance(part, Card))
    held = (line.label.parts[0] for card in cards for line in card.against if line.change == f"{card.figure}~target")
    word = next(held, "")
    return word.strip() if isinstance(word, str) and word.strip() else "target"


def sign(figure: Figure) -> str:
    """Return the sign of a change: up, down, or level where its words say zero."""
    if not figure.value or not any(digit in figure.words for digit in "123456789"):
        return LEVEL
    return ABOVE if figure.value > 0 else BELOW


def card_look(**own: Any) -> dict[str, Any]:
    """Return the look of a card's cell, with what is its own."""
    return {"fill": TINT, "align": "left", "indent": 1, **EDGE, **own}


def left_of(page: Page, at: int) -> int:
    """Return the sheet's number of a block's first column."""
    return FIRST + page.columns.block_spans()[at][0]


def strip(page: Page, at: int, **look: Any) -> None:
    """Make one cell of the block's columns, so that a large number or a long line has its whole width."""
    first, last = page.columns.block_spans()[at]
    styled = page.styles(**card_look(**look))
    if last > first:
        code = page.sheet.merge_range(page.row, FIRST + first, page.row, FIRST + last, "", styled)
        checked(code, "a card")
