"""A change is good or bad by its mark, not by its sign; where a column's marks follow the sign, a rule colours it.

Such a rule reads the number, so the colour stays right when a reader sorts or edits the table.
"""

from xlsxwriter.utility import xl_rowcol_to_cell

from campaignctl.domain.document import Document
from campaignctl.domain.sentences import Ref
from campaignctl.domain.tables import Mark, Table
from campaignctl.writers.report.page import Page
from campaignctl.writers.xlsx_style import ATTENTION_TEXT, ERROR_FILL, GOOD_TEXT, checked

OPPOSITE = {Mark.GOOD: Mark.BAD, Mark.BAD: Mark.GOOD}


def rises(document: Document, table: Table) -> dict[str, Mark]:
    """Return, for each column whose marks follow the sign throughout, what a rise in it is: good or bad."""
    found: dict[str, Mark] = {}
    for at, column in enumerate(table.columns):
        meanings = {
            _rise(document, table, row, at, mark) for (row, key), mark in table.marks.items() if key == column.key
        }
        meanings.discard(None)
        if len(meanings) == 1 and (mark := meanings.pop()) in OPPOSITE:
            found[column.key] = mark
    return found


def _rise(document: Document, table: Table, row: int, at: int, mark: Mark) -> Mark | None:
    """Return what the mark of one cell says of a rise; None when it says nothing (no change, no value)."""
    cells = table.rows[row] if row < len(table.rows) else table.total or ()
    cell = cells[at] if at < len(cells) else None
    number = document.figures[cell.id].number if isinstance(cell, Ref) else None
    if not number:
        return None if isinstance(cell, Ref) else Mark.NEUTRAL
    return mark if number > 0 else OPPOSITE.get(mark, mark)


def colour_by_sign(page: Page, place: tuple[int, int, int, int], rise: Mark) -> None:
    """Colour the numbers of a range (first row, column, last row, column) by their sign; ``rise`` is what more is."""
    good = page.styles.difference(colour=GOOD_TEXT)
    bad = page.styles.difference(colour=ATTENTION_TEXT, fill=ERROR_FILL)
    cell = xl_rowcol_to_cell(place[0], place[1])
    above, below = (good, bad) if rise is Mark.GOOD else (bad, good)
    for sign, look in ((">", above), ("<", below)):
        # without ISNUMBER the words "n/a" count as more than any number
        rule = {"type": "formula", "criteria": f"=AND(ISNUMBER({cell}),{cell}{sign}0)", "format": look}
        checked(page.sheet.conditional_format(*place, rule), f"the colour of changes at {cell}")
