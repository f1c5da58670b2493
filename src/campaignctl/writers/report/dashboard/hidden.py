"""Hidden sheets hold what formulas read: each list of cells is one column under its title, from the second row on."""

from collections.abc import Sequence
from dataclasses import dataclass

from xlsxwriter.format import Format as CellFormat
from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from campaignctl.writers.report.cells import plain
from campaignctl.writers.report.chart_numbers import Range
from campaignctl.writers.xlsx_style import HELP_TAB, checked, new_sheet, quoted

Value = float | int | str
Computed = tuple[str, Value]
"""A formula and the value that it gives now; a plain value has no formula."""


@dataclass(frozen=True, slots=True)
class Cells:
    """A column of a hidden sheet, as formulas and charts name it."""

    sheet: str
    column: int
    count: int

    @property
    def whole(self) -> str:
        """All of its cells: ``Calc!$C$2:$C$7``."""
        letter = xl_col_to_name(self.column)
        return f"{quoted(self.sheet)}!${letter}$2:${letter}${max(1, self.count) + 1}"

    def at(self, number: int) -> str:
        """Return one of its cells, counted from 0: ``Calc!$C$3``."""
        return f"{quoted(self.sheet)}!${xl_col_to_name(self.column)}${number + 2}"

    @property
    def range(self) -> Range:
        """All of its cells, as a chart takes them."""
        return [self.sheet, 1, self.column, self.count, self.column]


class Hidden:
    """A hidden sheet that is filled column by column."""

    def __init__(self, book: Workbook, name: str) -> None:
        self.sheet: Worksheet = new_sheet(book, name, HELP_TAB)
        self.sheet.hide()
        self._next = 0

    def add(self, title: str, values: Sequence[Value | Computed], look: CellFormat | None = None) -> Cells:
        """Write a column and return it."""
        column, self._next = self._next, self._next + 1
        checked(self.sheet.write_string(0, column, title), f"the title {title}")
        for row, value in enumerate(values, 1):
            checked(self._write(row, column, value, look), f"row {row} of {title}")
        return Cells(str(self.sheet.name), column, len(values))

    def _write(self, row: int, column: int, value: Value | Computed, look: CellFormat | None) -> object:
        if isinstance(value, tuple):
            formula, now = value
            return self.sheet.write_formula(row, column, formula, look, plain(now) if isinstance(now, str) else now)
        if isinstance(value, str):
            return self.sheet.write_string(row, column, plain(value), look)
        return self.sheet.write_number(row, column, value, look)
