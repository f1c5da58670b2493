"""How many of a whole have which status: words in their colour, right of the cards, two under one another."""

from dataclasses import replace

from campaignctl.domain.document import Document, Tally
from campaignctl.writers.report.columns import Columns
from campaignctl.writers.report.live import live_formula
from campaignctl.writers.report.measure import column_width, pixels
from campaignctl.writers.report.page import Page
from campaignctl.writers.xlsx_style import (
    ATTENTION_TEXT,
    BLUE_TEXT,
    GOOD_TEXT,
    GRID,
    SECONDARY,
    WARNING_TEXT,
)

ROWS = 2
LEAST = 2  # columns, for the label and what stands beside it
SIZE = 12
MARGIN = 24  # pixels
COLOURS = {"▲": ATTENTION_TEXT, "✓": GOOD_TEXT, "●": BLUE_TEXT, "~": WARNING_TEXT, "◐": WARNING_TEXT}


def write_tally(page: Page, tally: Tally, column: int) -> None:
    """Write ``tally`` from ``column`` on, beside the cards whose labels stand in the page's row."""
    for number, words in enumerate((tally.label, page.document.words(tally.context))):
        look = {"colour": SECONDARY, "bottom": 1, "bottom_color": GRID, "indent": 1}
        page.text(page.row, column + number, words, **look)
    for number, share in enumerate(tally.shares):
        down, right = number % ROWS, number // ROWS
        figure = page.document.figures[share.figure]
        look = {"size": SIZE, "bold": True, "colour": COLOURS.get(share.word[:1], SECONDARY), "indent": 1}
        shape = f'#,##0" {share.word}"'
        formula = live_formula(page.document, share.live)
        value = figure.number or 0
        page.computed(page.row + 1 + down, column + right, formula, value, num_format=shape, align="left", **look)


def with_room(columns: Columns, tally: Tally | None, cards: int, document: Document) -> Columns:
    """Return the columns of a page with so many ``cards`` left of a tally, wide enough for what it says in each."""
    if tally is None or not cards:
        return columns
    printed = columns.printed or len(columns.widths)
    across = max(LEAST, -(-len(tally.shares) // ROWS))
    first = max(cards, printed - across)
    wide = list(columns.widths)
    for number, share in enumerate(tally.shares):
        at = first + number // ROWS
        words = f"{document.figures[share.figure].words} {share.word}"
        if at < len(wide):
            wide[at] = max(wide[at], column_width(pixels(words, SIZE, bold=True) + MARGIN))
    return replace(columns, widths=tuple(wide), cards=(first, cards))
