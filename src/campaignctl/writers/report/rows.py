"""The rows of a table: figures right, words left, a hair line below, and a total under a rule in ink."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from campaignctl.domain.formats import NOT_AVAILABLE
from campaignctl.domain.tables import Mark, Table
from campaignctl.writers.report.cells import MARK_COLOURS, NONE, Content
from campaignctl.writers.report.columns import FIRST
from campaignctl.writers.report.fit import INDENT
from campaignctl.writers.report.measure import lines
from campaignctl.writers.report.page import Page, row_height
from campaignctl.writers.xlsx_style import BODY_HEIGHT, CAMPAIGN, GRID, INK, INK_BESIDE, PAPER, checked

THIN, MEDIUM = 1, 2  # Excel's numbers of borders
HEAT = (("#EDF3FE", INK), ("#CFE0FC", INK), ("#8FB7F5", INK), (CAMPAIGN, PAPER))
"""Fill and ink of a table shaded by quarters, the lowest first."""


@dataclass(frozen=True, slots=True)
class Laid:
    """A table laid out on a sheet: the columns each of its columns spans, what its cells show, what a rise means."""

    table: Table
    spans: Sequence[tuple[int, int]]
    shown: list[list[Content]]
    rises: Mapping[str, Mark]

    @property
    def numbers(self) -> set[int]:
        """The columns in which some cell is a number: what is missing among them stands at the right too."""
        return {at for row in self.shown for at, cell in enumerate(row) if cell.is_number}


def write_rows(page: Page, laid: Laid) -> None:
    """Write every row, and the total below them."""
    for at, cells in enumerate(laid.shown):
        total = at == len(laid.table.rows)
        edge: dict[str, Any] = (
            {"top": MEDIUM, "top_color": INK, "bold": True} if total else {"bottom": THIN, "bottom_color": GRID}
        )
        tallest = 1
        for number, cell in enumerate(cells):
            column = laid.table.columns[number]
            if column.trend or (total and cell.value == NONE and column.format is None):
                page.blank(page.row, *laid.spans[number], **edge)  # a trend is drawn; a total has no words of its own
                continue
            look = {**edge, **_look(laid, number, cell, at)}
            tallest = max(tallest, _write(page, laid.spans[number], cell, edge, look))
        page.next(max(BODY_HEIGHT, row_height(tallest)))


def _look(laid: Laid, number: int, cell: Content, at: int) -> dict[str, Any]:
    column = laid.table.columns[number]
    is_number = cell.is_number or (cell.value in {NONE, NOT_AVAILABLE} and number in laid.numbers)
    look: dict[str, Any] = {"align": "right" if column.format or is_number else "left", "indent": 1}
    if number == 0 and not cell.is_number:
        look["bold"] = True
    if number % 2:
        look["colour"] = INK_BESIDE
    mark = laid.table.marks.get((at, column.key))
    ruled = cell.is_number and column.key in laid.rises  # its colour follows the number by a rule
    colour = MARK_COLOURS[mark] if mark and not ruled else cell.colour
    if colour and (mark or at < len(laid.table.rows)):
        look["colour"] = colour
    if (at, column.key) in laid.table.heat:
        look["fill"], ink = HEAT[laid.table.heat[at, column.key]]
        look["colour"] = INK_BESIDE if number % 2 and ink == INK else ink
    return look


def _write(page: Page, span: tuple[int, int], cell: Content, edge: dict[str, Any], look: dict[str, Any]) -> int:
    """Write one cell and return how many lines it takes."""
    first, last = span
    if last > first:
        page.blank(page.row, first + 1, last, **edge)
    if not isinstance(cell.value, str):
        page.number(page.row, first, cell.value, num_format=cell.number_format, **look)
        return 1
    room = page.columns.room(first - FIRST, last - FIRST) - INDENT - 4
    count = lines(cell.words, room, bold="bold" in look)
    if count > 1:
        look["text_wrap"] = True
        if last > first:  # on the grid of a summary; a cell of a true table is never merged
            checked(page.sheet.merge_range(page.row, first, page.row, last, "", page.styles(**look)), "a merged cell")
    page.text(page.row, first, cell.value, **look)
    return count
