"""A table on a sheet: group words, a header over a rule in ink, its rows, filter buttons, data bars."""

import re
from collections.abc import Sequence
from itertools import count, groupby

from campaignctl.domain.formats import Format
from campaignctl.domain.tables import Table
from campaignctl.writers.report.cells import plain
from campaignctl.writers.report.columns import FIRST
from campaignctl.writers.report.fit import BUTTON, INDENT, shown, spans
from campaignctl.writers.report.marks import colour_by_sign, rises
from campaignctl.writers.report.measure import lines
from campaignctl.writers.report.page import Page, PlacedTable, row_height
from campaignctl.writers.report.rows import MEDIUM, THIN, Laid, write_rows
from campaignctl.writers.xlsx_style import (
    BODY_HEIGHT,
    DATA_BAR,
    INK,
    SECONDARY,
    SECTION_SIZE,
    SMALL_SIZE,
    TINT,
    checked,
)

CAPTION_HEIGHT = 24
GROUP_HEIGHT = 20
HEADER_HEIGHT = 27
LONGEST_HEADER = 250  # characters; Excel allows 255 in a table


def write_table(page: Page, table: Table) -> None:
    """Write ``table`` from the page's next row on; one without rows says so under its header."""
    if table.caption:
        page.line(page.document.words(table.caption), CAPTION_HEIGHT, size=SECTION_SIZE, bold=True)
    places = spans(table, page.columns, page.document)
    laid = Laid(table, places, shown(table, page.document), rises(page.document, table))
    top = page.row
    if any(column.group for column in table.columns):
        _groups(page, table, places)
    placed = PlacedTable(table, page.row, tuple(first for first, _ in places), top)
    page.repeated = None if page.tables else (top, placed.header)
    page.tables.append(placed)
    if table.rows and not page.columns.gutters:
        _filter_buttons(page, placed)
    _header(page, laid)
    if not table.rows:
        page.text(page.row, FIRST, table.empty, colour=SECONDARY, italic=True, indent=1)
        page.next(BODY_HEIGHT)
        return
    write_rows(page, laid)
    _rules(page, placed, laid)


def _groups(page: Page, table: Table, places: Sequence[tuple[int, int]]) -> None:
    look = {"size": SMALL_SIZE, "bold": True, "colour": SECONDARY, "bottom": THIN, "bottom_color": SECONDARY}
    for name, run in groupby(range(len(table.columns)), key=lambda at: table.columns[at].group):
        columns = list(run)
        first, last = places[columns[0]][0], places[columns[-1]][1]
        page.blank(page.row, first, last, **look)
        if name:
            page.text(page.row, first, name, indent=1, **look)
    page.next(GROUP_HEIGHT)


def _header(page: Page, laid: Laid) -> None:
    rule = {"bold": True, "fill": TINT, "bottom": MEDIUM, "bottom_color": INK, "text_wrap": True}
    clear = 1 if page.columns.gutters else 2  # a filter button covers the right end of the words beside it
    tallest = 1
    for at, (title, (first, last)) in enumerate(
        zip(header_words([column.title for column in laid.table.columns]), laid.spans, strict=True)
    ):
        numbers = laid.table.columns[at].format or any(row[at].is_number for row in laid.shown)
        side = {"align": "right", "indent": clear} if numbers else {"align": "left", "indent": 1}
        page.blank(page.row, first, last, **rule)
        page.text(page.row, first, title, **rule, **side)
        room = page.columns.room(first - FIRST, last - FIRST) - BUTTON - INDENT
        tallest = max(tallest, lines(title, room, bold=True))
    page.next(max(HEADER_HEIGHT, row_height(tallest)))


def header_words(titles: Sequence[str]) -> tuple[str, ...]:
    """Return the header cells: on one line, none blank, no two alike, as an Excel table demands."""
    taken: set[str] = set()
    found = []
    for at, given in enumerate(titles, 1):
        title = plain(given).strip()[:LONGEST_HEADER] or f"Column {at}"
        numbered = (title if number == 1 else f"{title} ({number})" for number in count(1))
        found.append(next(word for word in numbered if word.casefold() not in taken))
        taken.add(found[-1].casefold())
    return tuple(found)


def table_name(slug: str) -> str:
    """Return the name under which a formula finds a table: ``tblGmvByDay``."""
    return "tbl" + "".join(word[:1].upper() + word[1:] for word in re.findall(r"[A-Za-z0-9]+", slug))[:200]


def _filter_buttons(page: Page, placed: PlacedTable) -> None:
    options = {
        "name": table_name(placed.table.slug),
        "style": None,
        "columns": [{"header": title} for title in header_words([column.title for column in placed.table.columns])],
    }
    place = (placed.header, placed.columns[0], placed.rows[1], placed.columns[-1])
    checked(page.sheet.add_table(*place, options), f"the table {placed.table.slug}")


def _rules(page: Page, placed: PlacedTable, laid: Laid) -> None:
    """Draw data bars, and colour the changes whose sign alone says whether they are good."""
    first, last = placed.rows
    for column, at in zip(placed.table.columns, placed.columns, strict=True):
        if column.bar:
            bar = {"type": "data_bar", "bar_color": DATA_BAR, "bar_solid": True, "bar_no_border": True}
            bar |= {"min_type": "num", "min_value": 0}
            if column.format is Format.PERCENT:  # shares of a whole are drawn against the whole
                bar |= {"max_type": "num", "max_value": 1}
            checked(page.sheet.conditional_format(first, at, last, at, bar), f"the bars of {column.key}")
        if column.key in laid.rises:
            below = last + (placed.table.total is not None)
            colour_by_sign(page, (first, at, below, at), laid.rises[column.key])
