"""A sheet that is filled from top to bottom: title and context, then part after part, and the source last."""

from dataclasses import dataclass, field
from typing import Any

from xlsxwriter.utility import xl_range
from xlsxwriter.worksheet import Worksheet

from campaignctl.domain.charts import Chart
from campaignctl.domain.document import Document
from campaignctl.domain.sentences import Sentence
from campaignctl.domain.tables import Table
from campaignctl.writers.report.cells import plain
from campaignctl.writers.report.columns import FIRST, GUTTER_WIDTH, Columns
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
    set_print,
)

LINE = 1.36  # the height of a line, as a multiple of the size of its type
HIGHEST_ROW = 400.0  # Excel allows 409 points
SCREEN_ROWS = 8  # a header below these rows is not frozen: it would take the screen
TITLE_ROWS = 2
ONE_PAGE = 50  # rows that print on one page, in readable type


@dataclass(frozen=True, slots=True)
class PlacedTable:
    """Where a table's rows stand: 0-based rows, and the sheet's column of each of its columns."""

    table: Table
    header: int
    columns: tuple[int, ...]

    @property
    def rows(self) -> tuple[int, int]:
        """The first and the last row of its data."""
        return self.header + 1, self.header + len(self.table.rows)


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

    sheet: Worksheet
    styles: Styles
    document: Document
    columns: Columns
    row: int = 0
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
        checked(self.sheet.set_row(self.row, min(height, HIGHEST_ROW)), f"the height of row {self.row}")
        self.row += 1

    def close(self, source: Sentence) -> None:
        """Write the source as the last line, and set up what is frozen and printed."""
        if source:
            self.next(10)
            self.line(self.document.words(source), CONTEXT_HEIGHT, size=HINT_SIZE, colour=SECONDARY)
        set_print(self.sheet, self.repeated, whole=self.row <= ONE_PAGE)
        if self.columns.breaks:
            self._print_side_by_side()
        if len(self.tables) == 1 and self.repeated and self.tables[0].header < SCREEN_ROWS and not self.columns.gutters:
            self.sheet.freeze_panes(self.tables[0].header + 1, FIRST + 1)
        elif len(self.tables) > 1 and not self.columns.gutters:
            self.sheet.freeze_panes(TITLE_ROWS, 0)  # no one header holds for all that is below
        if self.frozen:
            self.sheet.freeze_panes(self.frozen[0] + 1, FIRST + self.frozen[1])
        whole = xl_range(0, 0, self.row, self.columns.last)
        checked(self.sheet.ignore_errors({"number_stored_as_text": whole}), "the ids that look like numbers")
        last = max(self.row - 1, 0) if self.printed_rows is None else min(self.printed_rows, self.row) - 1
        checked(self.sheet.print_area(0, 0, last, self.columns.last_printed), "the print area")

    def _print_side_by_side(self) -> None:
        """Print on pages side by side, with the first column on each: on one the type would be too small to read."""
        self.sheet.set_print_scale(self.columns.scale)
        self.sheet.set_v_pagebreaks([FIRST + at for at in self.columns.breaks])
        self.sheet.repeat_columns(0, FIRST)
        self.sheet.print_across()


def row_height(count: int, size: float = 11, margin: float = 6) -> float:
    """Return the height, in points, of a row of ``count`` lines of type of ``size`` points."""
    return count * size * LINE + margin
