"""The look that every workbook of campaignctl shares: palette, cell formats, column units and print set-up.

Colours follow the house style; small text takes the darker twin of its colour, so that it keeps its contrast.
"""

import warnings
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import xlsxwriter
from xlsxwriter.exceptions import FileCreateError
from xlsxwriter.format import Format as CellFormat
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from campaignctl.writers.formula_sheet import FormulaSheet

INK = "#14213D"
INK_BESIDE = "#14213E"
"""Ink that nobody can tell from ink. LibreOffice drops the indent at the right where neighbours differ in their number
format only: every other column of numbers takes this one."""

SECONDARY = "#5B6577"
GRID = "#E3E7ED"
TINT = "#F5F7FA"
PAPER = "#FFFFFF"
INPUT_BORDER = "#C3CCD8"
CAMPAIGN = "#1F6FEB"
BASELINE = "#9AA5B1"
ATTENTION = "#E4572E"
GOOD = "#2A9D8F"
PALE = "#D5DBE3"
DATA_BAR = "#C9DCFB"
HELP_TAB = BASELINE
IDENTITIES = ("#1F6FEB", "#E69F00", "#2A9D8F", "#CC79A7", "#6C5CE7", "#8D6E63")
"""The colours of sellers, categories and funders in charts, in order; whatever comes after takes ``PALE``."""

ATTENTION_TEXT = "#B23A1B"
GOOD_TEXT = "#1E7A6F"
WARNING_TEXT = "#8A6100"
BLUE_TEXT = "#1557B8"
"""The darker twins, for words in small type."""

ERROR_FILL = "#FDEEEA"
WARNING_FILL = "#FFF6DF"
GOOD_FILL = "#E8F5F3"
NEW_FILL = "#EEF4FE"
READ_HEADER = "#E3E7ED"
"""Status backgrounds, and the header of a column that people only read."""

FONT = "Calibri"
TITLE_SIZE = 18
SECTION_SIZE = 13
BODY_SIZE = 11
SMALL_SIZE = 10
HINT_SIZE = 9
KPI_SIZE = 22

TITLE_HEIGHT = 32
CONTEXT_HEIGHT = 18
BODY_HEIGHT = 21
FORM_HEIGHT = 23
HEADER_HEIGHT = 36

SHEET_NAME_LONGEST = 31
CREATED = datetime(2020, 1, 1)  # noqa: DTZ001 - xlsxwriter writes it as it stands; a fixed stamp keeps builds equal
OPTIONS = {"strings_to_formulas": False, "strings_to_urls": False, "nan_inf_to_errors": True}


class XlsxRefused(ValueError):
    """xlsxwriter answered a call with a code instead of an exception; nothing of ours may pass silently."""


def checked(code: Any, what: str) -> None:
    """Raise ``XlsxRefused`` when xlsxwriter returned a code for a failure; ``what`` names the call and its place."""
    failed = code is False or (isinstance(code, int) and not isinstance(code, bool) and code < 0)
    if failed:
        raise XlsxRefused(f"xlsxwriter refused to write {what} (code {code})")


def open_workbook(
    path: Path | BytesIO, properties: Mapping[str, str] | None = None, title: str = "", saved: datetime | None = None
) -> Workbook:
    """Return a workbook ready for sheets: body font, options against live text, a fixed stamp of when it was made.

    ``properties`` become custom properties; ``saved`` (aware) is the stamp instead. The caller closes it.
    """
    book = xlsxwriter.Workbook(str(path) if isinstance(path, Path) else path, OPTIONS)
    book.formats[0].set_font_name(FONT)
    book.formats[0].set_font_size(BODY_SIZE)
    book.formats[0].set_font_color(INK)
    stamp = CREATED if saved is None else saved.astimezone(UTC).replace(tzinfo=None)
    book.set_properties({"title": inert(title), "author": "campaignctl", "created": stamp})
    for name, value in sorted((properties or {}).items()):
        checked(book.set_custom_property(name, inert(value), "text"), f"the property {name}")
    return book


@contextmanager
def strict() -> Iterator[None]:
    """Turn the warnings by which xlsxwriter refuses a call, and its own file error, into exceptions.

    Raises ``XlsxRefused`` for a warning, the operating system's ``OSError`` where the file cannot be made.
    """
    with warnings.catch_warnings():
        warnings.filterwarnings("error", category=UserWarning)
        try:
            yield
        except UserWarning as refusal:
            raise XlsxRefused(str(refusal)) from refusal
        except FileCreateError as error:
            raise error.args[0] if error.args and isinstance(error.args[0], OSError) else error from None


class Styles:
    """The cell formats of one workbook, each made once: ``styles(bold=True, size=13)``."""

    __slots__ = ("_asked", "_book", "_made")

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._made: dict[tuple[tuple[str, Any], ...], CellFormat] = {}
        self._asked: dict[tuple[tuple[str, Any], ...], CellFormat] = {}

    def __call__(self, **properties: Any) -> CellFormat:
        """Return the format with ``properties`` (xlsxwriter's names; ``size`` and ``colour`` for the font's)."""
        asked = tuple(properties.items())
        if asked not in self._asked:  # a sheet asks for the same look cell after cell
            self._asked[asked] = self._format(properties)
        return self._asked[asked]

    def _format(self, properties: Mapping[str, Any]) -> CellFormat:
        names = {"size": "font_size", "colour": "font_color", "fill": "bg_color"}
        full = {"font_name": FONT, "font_size": BODY_SIZE, "font_color": INK, "valign": "vcenter"}
        full |= {names.get(key, key): value for key, value in properties.items()}
        key = tuple(sorted(full.items()))
        if key not in self._made:
            self._made[key] = self._book.add_format(full)
        return self._made[key]

    def difference(self, **properties: Any) -> CellFormat:
        """Return a format for a conditional format: only what it changes, no font name or size."""
        names = {"colour": "font_color", "fill": "bg_color"}
        own = {names.get(key, key): value for key, value in properties.items()}
        key = (("difference", True), *sorted(own.items()))
        if key not in self._made:
            self._made[key] = self._book.add_format(own)
        return self._made[key]


def write_text(sheet: Worksheet, row: int, column: int, text: str, look: CellFormat) -> None:
    """Write ``text`` as text, whatever it holds; nothing but the cell's look where there is none. 0-based."""
    clean = inert(text)
    code = sheet.write_string(row, column, clean, look) if clean else sheet.write_blank(row, column, None, look)
    checked(code, f"text in row {row + 1}, column {column + 1}")


def set_print(
    sheet: Worksheet, header: tuple[int, int] | None = None, *, landscape: bool = True, whole: bool = False
) -> None:
    """Print one page wide with the 0-based ``header`` rows repeated and ``file, sheet, page x of y`` below.

    ``whole`` prints the sheet on one page.
    """
    if landscape:
        sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 1 if whole else 0)
    sheet.set_margins(left=0.3, right=0.3, top=0.3, bottom=0.5)
    sheet.set_footer("&L&9&F · &A&R&9page &P of &N", {"margin": 0.3})
    if header is not None:
        sheet.repeat_rows(*header)


def title(sheet: Worksheet, styles: Styles, text: str, context: str = "") -> None:
    """Write the title in B1 and the context line in B2, with their row heights."""
    sheet.hide_gridlines(2)
    sheet.set_row(0, TITLE_HEIGHT)
    sheet.set_row(1, CONTEXT_HEIGHT)
    checked(sheet.write_string(0, 1, inert(text), styles(bold=True, size=TITLE_SIZE)), "a title")
    if context:
        checked(sheet.write_string(1, 1, inert(context), styles(size=SMALL_SIZE, colour=SECONDARY)), "a context line")


def new_sheet(book: Workbook, name: str, tab: str = CAMPAIGN, kind: type[Worksheet] | None = None) -> Worksheet:
    """Return a new sheet with a ``tab`` colour, of a ``kind`` of its own where one is given.

    ``name`` is cut and cleaned to what Excel allows, and kept unique.
    """
    sheet = book.add_worksheet(sheet_name(name, [str(other.name) for other in book.worksheets()]), kind or FormulaSheet)
    sheet.set_tab_color(tab)
    return sheet


def sheet_name(name: str, taken: list[str]) -> str:
    """Return ``name`` as Excel lets a sheet be called: at most 31 plain characters, unlike those ``taken``."""
    plain = "".join(" " if letter in "[]:*?/\\" or not letter.isprintable() else letter for letter in name)
    plain = plain.strip("' ")[:SHEET_NAME_LONGEST].strip("' ") or "Sheet"
    used = {other.casefold() for other in taken}
    number, tried = 1, plain
    while tried.casefold() in used or tried.casefold() == "history":  # Excel keeps History for itself
        number += 1
        tried = f"{plain[: SHEET_NAME_LONGEST - 4]} {number}"
    return tried


def quoted(name: str) -> str:
    """Return a sheet's name as a formula writes it."""
    return "'" + name.replace("'", "''") + "'"


def inert(text: str) -> str:
    """Return ``text`` without the control characters that no XML file may hold, cut to what a cell takes."""
    if text.isprintable():  # nearly always, and much faster
        return text[:32767]
    kept = "".join(letter for letter in text if letter in "\n\t" or (letter >= " " and not _noncharacter(letter)))
    return kept[:32767]


def _noncharacter(letter: str) -> bool:
    return "\x7f" <= letter <= "\x9f" or "\ud800" <= letter <= "\udfff" or letter in "\ufffe\uffff"


def status_formats(sheet: Worksheet, styles: Styles, place: tuple[int, int, int, int]) -> None:
    """Colour the status words of a range by their sign, so that sorting keeps the colour right."""
    signs = {
        "▲": styles.difference(colour=ATTENTION_TEXT, bold=True),
        "✓": styles.difference(colour=GOOD_TEXT),
        "~": styles.difference(colour=WARNING_TEXT),
        "●": styles.difference(colour=BLUE_TEXT),
        "◆": styles.difference(colour=ATTENTION_TEXT),
    }
    for sign, look in signs.items():
        rule = {"type": "text", "criteria": "begins with", "value": sign, "format": look}
        checked(sheet.conditional_format(*place, rule), f"the status colour of {sign}")


def status_fills(sheet: Worksheet, styles: Styles, place: tuple[int, int, int, int]) -> None:
    """Colour the status words of a range and the cells behind them by their sign, as a roster does."""
    signs = {
        "▲": styles.difference(colour=ATTENTION_TEXT, fill=ERROR_FILL, bold=True),
        "✓": styles.difference(colour=GOOD_TEXT, fill=GOOD_FILL, bold=True),
        "~": styles.difference(colour=WARNING_TEXT, fill=WARNING_FILL, bold=True),
        "●": styles.difference(colour=BLUE_TEXT, fill=NEW_FILL, bold=True),
        "○": styles.difference(colour=SECONDARY, fill=TINT, bold=True),
        "–": styles.difference(colour=SECONDARY, fill=TINT, bold=True),
        "◐": styles.difference(colour=WARNING_TEXT, fill=WARNING_FILL, bold=True),
    }
    for sign, look in signs.items():
        rule = {"type": "text", "criteria": "begins with", "value": sign, "format": look}
        checked(sheet.conditional_format(*place, rule), f"the status colour of {sign}")
