"""A worksheet whose body is streamed row by row instead of being kept, cell by cell, until the workbook is closed.

A hundred thousand rows of twenty-five columns take several times as long, and half a gigabyte, when every cell
is an object of its own. Here the title, the cards and the header are such objects; the body's rows come as XML from
whoever knows them, in between. Tables, filters, conditional formats and links work as on any other sheet, which
xlsxwriter's own mode of constant memory does not allow.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from xlsxwriter.format import Format
from xlsxwriter.utility import xl_range
from xlsxwriter.worksheet import Worksheet

from campaignctl.writers.xlsx_style import checked


class Rows(Protocol):
    """Rows as a worksheet holds them; asked for once, when the workbook is closed and its formats have numbers."""

    def __call__(self) -> Iterator[str]:
        """Yield ``<row>`` elements in order, any number at a time."""


@dataclass(frozen=True, slots=True)
class Body:
    """Rows ``first`` to ``last`` (counted from 0) of a sheet, and how to make them."""

    first: int
    last: int
    rows: Rows


class StreamedSheet(Worksheet):
    """A worksheet that may hold bodies; nothing else is written into the rows of a body but links."""

    dim_rowmin: Any
    dim_rowmax: Any
    fh: Any

    def __init__(self) -> None:
        super().__init__()
        self._bodies: list[Body] = []

    def stream(self, body: Body, last_column: int) -> None:
        """Take a body that reaches to ``last_column``; bodies come in the order of their rows."""
        for row in (body.first, body.last):
            checked(self._check_dimensions(row, last_column), f"row {row + 1} of a listing")
        self._bodies.append(body)

    def add_long_table(self, place: tuple[int, int, int, int], options: Mapping[str, Any]) -> None:
        """Make a table of a range (first row, column, last row, column) of any length.

        ``add_table`` notes every cell of its range, for hundreds of megabytes: it is given the header and one row.
        """
        first, left, last, right = place
        checked(self.add_table(first, left, first + 1, right, dict(options)), f"the table {options['name']}")
        whole = xl_range(first, left, last, right)
        self.tables[-1] |= {"range": whole, "a_range": whole, "autofilter": whole}

    def lead(self, at: tuple[int, int], link: str, look: Format, text: str) -> None:
        """Write a cell that leads to ``link``, in whatever system's spreadsheet the workbook is opened."""
        checked(self.write_url(*at, link, look, text), f"a link in row {at[0] + 1}")
        made = self.hyperlinks[at[0]][at[1]]
        made._relationship_link = made._relationship_link.replace("\\", "/")  # noqa: SLF001 - only Windows takes those

    def _write_rows(self) -> None:
        """Write the rows that xlsxwriter holds and the bodies between them, as the sheet's XML wants them: in order."""
        top, bottom = self.dim_rowmin, self.dim_rowmax
        first = top
        for body in self._bodies:
            self._write_held(first, body.first - 1)
            for rows in body.rows():
                self.fh.write(rows)
            first = body.last + 1
        self._write_held(first, bottom)
        self.dim_rowmin, self.dim_rowmax = top, bottom

    def _write_held(self, first: int, last: int) -> None:
        if first <= last:
            self.dim_rowmin, self.dim_rowmax = first, last
            super()._write_rows()
