"""The two framed cells of the dashboard in which a reader chooses category and seller, and what is said beside them."""

from typing import Any

from xlsxwriter.utility import xl_rowcol_to_cell

from campaignctl.writers.report.cards import left_of
from campaignctl.writers.report.columns import FIRST
from campaignctl.writers.report.dashboard.choice import NAMES, Choice
from campaignctl.writers.report.dashboard.numbers import Numbers
from campaignctl.writers.report.page import Page
from campaignctl.writers.xlsx_style import CAMPAIGN, NEW_FILL, PAPER, SECONDARY, SMALL_SIZE, checked

SELECTOR_HEIGHT = 26
FRAME = {"bold": True, "size": 14, "indent": 1, "fill": PAPER, "border": 2, "border_color": CAMPAIGN}


def write_chooser(page: Page) -> dict[str, str]:
    """Write the two framed cells and return where they stand."""
    page.next(6)
    for at, word in enumerate(("Category ▾", "Seller ▾")):
        page.text(page.row, left_of(page, at), word, size=SMALL_SIZE, colour=SECONDARY)
    page.next(18)
    cells = {}
    for at, scope in enumerate(NAMES):
        merged(page, at, at, **FRAME)
        cells[scope] = xl_rowcol_to_cell(page.row, left_of(page, at), row_abs=True, col_abs=True)
    page.next(SELECTOR_HEIGHT)
    return cells


def merged(page: Page, first: int, last: int, **look: Any) -> None:
    """Make one cell of the columns of some blocks of the row."""
    spans = page.columns.block_spans()
    place = (page.row, FIRST + spans[first][0], page.row, FIRST + spans[last][1])
    checked(page.sheet.merge_range(*place, "", page.styles(**look)), "a wide cell")


def write_choice(page: Page, choice: Choice, numbers: Numbers) -> None:
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
    merged(page, 2, 4, **look)
    categories, sellers = (choice.labels[scope][0] for scope in NAMES)
    undo = f" · to see everything choose {categories} and {sellers}"
    formula, sold = numbers.sold
    axis = choice.cube.axis("seller")
    every = len(axis.members) if axis else 0
    counted = f'{formula[1:]}&" of {every} sellers sold"'
    shown = f'"Showing "&{choice.words}&" · "&{counted}&IF({choice.alone}="total","","{undo}")'
    text = f'=IF({choice.alone}="none","No seller matches. Choose {sellers}.",{shown})'
    page.computed(row, left_of(page, 2), text, f"Showing {choice.everything} · {sold} of {every} sellers sold", **look)
    page.row += 1
