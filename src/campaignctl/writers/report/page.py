"""A sheet that is filled from top to bottom: title and context, then part after part, and the source last."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from xlsxwriter.utility import xl_range, xl_range_abs
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from campaignctl.domain.charts import Chart
from campaignctl.domain.document import Document
from campaignctl.domain.sentences import Sentence
from campaignctl.domain.tables import Table
from campaignctl.writers.report.cells import plain
from campaignctl.writers.report.columns import FIRST, GUTTER_WIDTH, SMALLEST_PRINT, Columns
from campaignctl.writers.report.measure import lines, pixels
from campaignctl.writers.xlsx_style import (
    BODY_HEIGHT,
    CONTEXT_HEIGHT,
    HINT_SIZE,
    SECONDARY,
    SMALL_SIZE,
    TITLE_HEIGHT,
    TITLE_SIZE,
    Styles,
    checked,
    quoted,
    set_print,
)

LINE = 1.36  # the height of a line, as a multiple of the size of its type
HIGHEST_ROW = 400.0  # Excel allows 409 points
SCREEN_ROWS = 8  # a header below these rows is not frozen: it would take the screen
TITLE_ROWS = 2
PRINT_AREA = "_xlnm.Print_Area"  # the name under which Excel keeps it; several areas have no call of their own
PAPER_HIGH = 530.0  # points down a landscape page at full size


@dataclass(frozen=True, slots=True)
class PlacedTable:
    """Where a table's rows stand: 0-based rows, and the sheet's column of each of its columns.

    ``top`` is its first row, that of the group words where it has any.
    """

    table: Table
    header: int
    columns: tuple[int, ...]
    top: int

    @property
    def rows(self) -> tuple[int, int]:
        """The first and the last row of its data."""
        return self.header + 1, self.header + len(self.table.rows)

    @property
    def bottom(self) -> int:
        """Its last row, that of the total where it has one."""
        return self.header + max(1, len(self.table.rows) + (self.table.total is not None))


@dataclass(frozen=True, slots=True)
class PlacedChart:
    """Where a chart stands: its top row, and its box in pixels from the left edge of the first column."""

    chart: Chart
    row: int
    left: int
    width: int
    height: int


@dataclass(slots=True)
class Page:
    """A sheet, the document it shows, and the next free row; charts are drawn when every sheet's tables stand."""

    book: Workbook
    sheet: Worksheet
    styles: Styles
    document: Document
    columns: Columns
    row: int = 0
    height: float = 0.0  # of the rows above it, in points
    tables: list[PlacedTable] = field(default_factory=list)
    charts: list[PlacedChart] = field(default_factory=list)
    repeated: tuple[int, int] | None = None
    printed_rows: int | None = None  # how many of its first rows print, where not all do
    frozen: tuple[int, int] | None = None  # a listing's header and how many of its columns stay in sight

    @property
    def name(self) -> str:
        """The sheet's name."""
        return str(self.sheet.name)

    def open(self, title: Sentence, context: Sentence) -> None:
        """Write the title and the line below it, and set the columns."""
        self.sheet.hide_gridlines(2)
        checked(self.sheet.set_column_pixels(0, 0, round(GUTTER_WIDTH * 7 + 5)), "the gutter")
        for at, width in enumerate(self.columns.widths, FIRST):
            checked(self.sheet.set_column(at, at, width), f"the width of column {at}")
        self.line(self.document.words(title), TITLE_HEIGHT, size=TITLE_SIZE, bold=True)
        self.line(self.document.words(context), CONTEXT_HEIGHT, size=SMALL_SIZE, colour=SECONDARY)

    def line(self, text: str, height: float, **look: Any) -> None:
        """Write a line over the whole page; one that is too long wraps in a row as high as it needs."""
        words = plain(text)
        size, bold = look.get("size", 11), look.get("bold", False)
        room = self.columns.pixels - 8
        count = lines(words, room, size, bold=bold) if pixels(words, size, bold=bold) > room else 1
        if count > 1:
            look = {**look, "text_wrap": True}
            last = self.columns.last_together
            code = self.sheet.merge_range(self.row, FIRST, self.row, last, "", self.styles(**look))
            checked(code, "a wrapped line")
        self.text(self.row, FIRST, words, **look)
        self.next(max(height, row_height(count, size)))

    def text(self, row: int, column: int, text: str, **look: Any) -> None:
        """Write ``text``, whatever it holds, as text; nothing where there is none."""
        words, style = plain(text), self.styles(**look)
        done = (
            self.sheet.write_string(row, column, words, style)
            if words
            else self.sheet.write_blank(row, column, None, style)
        )
        checked(done, f"text in row {row}")

    def number(self, row: int, column: int, value: float, **look: Any) -> None:
        """Write a number."""
        checked(self.sheet.write_number(row, column, value, self.styles(**look)), f"a number in row {row}")

    def computed(self, row: int, column: int, formula: str, value: float | str, /, **look: Any) -> None:
        """Write a formula of ours with the value that it gives now; the value alone where there is no formula."""
        if formula:
            shown = plain(value) if isinstance(value, str) else value
            code = self.sheet.write_formula(row, column, formula, self.styles(**look), shown)
            checked(code, f"a formula in row {row}")
        elif isinstance(value, str):
            self.text(row, column, value, **look)
        else:
            self.number(row, column, value, **look)

    def blank(self, row: int, first: int, last: int, **look: Any) -> None:
        """Give the look to cells from ``first`` to ``last`` that hold nothing."""
        for column in range(first, last + 1):
            checked(self.sheet.write_blank(row, column, None, self.styles(**look)), f"a blank in row {row}")

    def next(self, height: float = BODY_HEIGHT) -> None:
        """Set the height of the row just written and go below it."""
        points = min(height, HIGHEST_ROW)
        checked(self.sheet.set_row(self.row, points), f"the height of row {self.row}")
        self.row, self.height = self.row + 1, self.height + points

    def close(self, source: Sentence) -> None:
        """Write the source as the last line, and set up what is frozen and printed."""
        if source:
            self.next(10)
            self.line(self.document.words(source), CONTEXT_HEIGHT, size=HINT_SIZE, colour=SECONDARY)
        set_print(self.sheet, self.repeated, whole=self.height * SMALLEST_PRINT <= PAPER_HIGH)
        if self.columns.breaks:
            self.sheet.set_print_scale(self.columns.scale)
            self.sheet.repeat_columns(0, FIRST)
        if len(self.tables) == 1 and self.repeated and self.tables[0].header < SCREEN_ROWS and not self.columns.gutters:
            self.sheet.freeze_panes(self.tables[0].header + 1, FIRST + 1)
        elif len(self.tables) > 1 and not self.columns.gutters:
            self.sheet.freeze_panes(TITLE_ROWS, 0)  # no one header holds for all that is below
        if self.frozen:
            self.sheet.freeze_panes(self.frozen[0] + 1, FIRST + self.frozen[1])
        whole = xl_range(0, 0, self.row, self.columns.last)
        checked(self.sheet.ignore_errors({"number_stored_as_text": whole}), "the ids that look like numbers")
        last = max(self.row - 1, 0) if self.printed_rows is None else min(self.printed_rows, self.row) - 1
        if self.columns.breaks:
            areas = side_by_side(self.columns, self.tables, last)
            where = ",".join(f"{quoted(self.name)}!{xl_range_abs(*area)}" for area in areas)
            checked(self.book.define_name(f"{quoted(self.name)}!{PRINT_AREA}", f"={where}"), "the print areas")
        else:
            checked(self.sheet.print_area(0, 0, last, self.columns.last_printed), "the print area")


def side_by_side(columns: Columns, tables: Sequence[PlacedTable], last: int) -> list[tuple[int, int, int, int]]:
    """Return the areas that print after one another: pages whose type can be read, though tables are wider than one.

    First the sheet as far as one page is wide: title, words and charts stand on it whole. Then what is left of each
    table, beside its first column, which the sheet repeats. Areas are first row and column, last row and column.
    """
    starts = [FIRST + at for at in columns.breaks]
    ends = [*(start - 1 for start in starts[1:]), columns.last]
    beyond = [
        (table.top, start, table.bottom, min(end, table.columns[-1]))
        for table in tables
        for start, end in zip(starts, ends, strict=True)
        if start <= table.columns[-1]
    ]
    return [(0, 0, last, starts[0] - 1), *beyond]


def row_height(count: int, size: float = 11, margin: float = 6) -> float:
    """Return the height, in points, of a row of ``count`` lines of type of ``size`` points."""
    return count * size * LINE + margin
