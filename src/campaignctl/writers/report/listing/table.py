"""A listing on its sheet: group words, the header over its rule, filter buttons, and every row of the frame below."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from xlsxwriter.utility import xl_col_to_name, xl_rowcol_to_cell

from campaignctl.domain.listing import Listing, Shows
from campaignctl.writers.report.columns import FIRST
from campaignctl.writers.report.fit import BUTTON, INDENT
from campaignctl.writers.report.listing import cells
from campaignctl.writers.report.listing.looks import look, number_format
from campaignctl.writers.report.measure import column_pixels, lines
from campaignctl.writers.report.page import HIGHEST_ROW, Page, row_height
from campaignctl.writers.report.tables import GROUP_HEIGHT, HEADER_HEIGHT, header_words, table_name
from campaignctl.writers.streamed_sheet import Body, StreamedSheet
from campaignctl.writers.xlsx_style import (
    ATTENTION_TEXT,
    BODY_HEIGHT,
    DATA_BAR,
    GOOD_TEXT,
    INK,
    SECONDARY,
    SMALL_SIZE,
    TINT,
    checked,
    status_fills,
)

MOST_LINKS = 65_000
"""Excel holds 65,530 links on a sheet."""

PIECE = 4_000  # rows made at once
THIN, MEDIUM = 1, 2


@dataclass(frozen=True, slots=True)
class Placed:
    """A listing whose header stands in row ``header``, counted from 0."""

    listing: Listing
    header: int

    @property
    def first(self) -> int:
        """The first row of its body."""
        return self.header + 1

    @property
    def last(self) -> int:
        """The last row of its body."""
        return self.header + len(self.listing.frame)

    def of(self, key: str) -> tuple[int, int, int, int]:
        """Return the range of a column's body."""
        at = FIRST + [column.key for column in self.listing.columns].index(key)
        return (self.first, at, self.last, at)


def write_listing(page: Page, listing: Listing) -> Placed:
    """Write ``listing`` from the page's next row on; the page's sheet must be a ``StreamedSheet``, or ``TypeError``.

    ``XlsxRefused`` when it reaches beyond the last row that a sheet has.
    """
    top = page.row
    if any(column.group for column in listing.columns):
        _groups(page, listing)
    placed = Placed(listing, page.row)
    page.repeated = page.repeated or (top, placed.header)
    if listing.frame.empty:
        _header(page, listing)
        page.text(page.row, FIRST, listing.empty, colour=SECONDARY, italic=True, indent=1)
        page.next(BODY_HEIGHT)
        return placed
    if not isinstance(page.sheet, StreamedSheet):
        raise TypeError(f"the sheet of listing {listing.slug} is not a streamed one")
    _filter_buttons(page.sheet, placed)
    _header(page, listing)
    _body(page, page.sheet, placed)
    _rules(page, placed)
    page.row = placed.last + 1
    return placed


def _groups(page: Page, listing: Listing) -> None:
    look_ = {"size": SMALL_SIZE, "bold": True, "colour": SECONDARY, "bottom": THIN, "bottom_color": SECONDARY}
    for name, run in groupby(enumerate(listing.columns, FIRST), key=lambda one: one[1].group):
        for number, (at, _) in enumerate(run):
            page.text(page.row, at, name if number == 0 else "", indent=1, **look_)
    page.next(GROUP_HEIGHT)


def _filter_buttons(sheet: StreamedSheet, placed: Placed) -> None:
    listing = placed.listing
    titles = header_words([column.title for column in listing.columns])
    options = {"name": table_name(listing.slug), "style": None, "columns": [{"header": title} for title in titles]}
    sheet.add_long_table((placed.header, FIRST, placed.last, FIRST + len(listing.columns) - 1), options)


def _header(page: Page, listing: Listing) -> None:
    rule = {"bold": True, "fill": TINT, "bottom": MEDIUM, "bottom_color": INK, "text_wrap": True}
    tallest = 1
    titles = header_words([column.title for column in listing.columns])
    for at, (column, title) in enumerate(zip(listing.columns, titles, strict=True)):
        side = {"align": "right", "indent": 2} if column.shows.is_number else {"align": "left", "indent": 1}
        page.text(page.row, FIRST + at, title, **rule, **side)
        room = column_pixels(page.columns.widths[at]) - BUTTON - INDENT
        tallest = max(tallest, lines(title, room, bold=True))
    page.next(max(HEADER_HEIGHT, row_height(tallest)))


def _body(page: Page, sheet: StreamedSheet, placed: Placed) -> None:
    """Have the rows written when the workbook is closed, and the links now."""
    listing = placed.listing
    looks = [page.styles(**look(listing, at)) for at in range(len(listing.columns))]
    heights = _heights(page, placed)

    def rows() -> Iterator[str]:
        letters = [xl_col_to_name(at) for at in range(FIRST, FIRST + len(listing.columns))]
        styles = [style._get_xf_index() for style in looks]  # type: ignore[no-untyped-call] # noqa: SLF001 - its number in the XML
        for start in range(0, len(listing.frame), PIECE):
            found = (cells.values(listing, column, slice(start, start + PIECE)) for column in listing.columns)
            piece = list(zip(letters, found, styles, strict=True))
            yield cells.body(piece, heights.__getitem__, placed.first + start + 1)

    sheet.stream(Body(placed.first, placed.last, rows), FIRST + len(listing.columns) - 1)
    _links(sheet, placed, looks)


class _Heights(dict[int, str]):
    """The height of each row, as its XML says it; most rows have one line."""

    def __missing__(self, row: int) -> str:
        return f' ht="{BODY_HEIGHT}" customHeight="1"'


def _heights(page: Page, placed: Placed) -> _Heights:
    found, listing = _Heights(), placed.listing
    tall: dict[int, int] = {}
    for at, column in enumerate(listing.columns):
        if column.wraps:
            room = column_pixels(page.columns.widths[at]) - 2 * INDENT
            known: dict[str, int] = {}
            for number, text in enumerate(cells.values(listing, column)):
                if text is not None:
                    count = known.get(text) or known.setdefault(text, lines(text, room))
                    tall[number] = max(tall.get(number, 1), count)
    for number, count in tall.items():
        if count > 1:
            height = min(max(BODY_HEIGHT, row_height(count)), HIGHEST_ROW)
            found[placed.first + number + 1] = f' ht="{height:.2f}" customHeight="1"'
    return found


def _links(sheet: StreamedSheet, placed: Placed, looks: list[Any]) -> None:
    """Make links of the cells that lead somewhere; beyond what a sheet holds, they stay text."""
    listing, made = placed.listing, 0
    for at, column in enumerate(listing.columns):
        if not column.leads_to:
            continue
        targets = listing.frame[column.leads_to].astype("object").where(listing.frame[column.leads_to].notna(), "")
        for number, (text, target) in enumerate(zip(cells.values(listing, column), targets.tolist(), strict=True)):
            link = link_to(str(target))
            if text is not None and link and made < MOST_LINKS:
                sheet.lead((placed.first + number, FIRST + at), link, looks[at], str(text))
                made += 1


def link_to(target: str) -> str:
    """Return a relative path or a place in this workbook as xlsxwriter names it; blank for anything else.

    A path from outside could lead to another machine or start a program: whatever has a scheme, a drive or a root
    leads nowhere.
    """
    path, mark, place = target.partition("#")
    if not target or ":" in path or path.startswith("/") or "\\" in path or not target.isprintable() or "#" in place:
        return ""
    return f"external:{path}{mark}{place}" if path else f"internal:{place}"


def _rules(page: Page, placed: Placed) -> None:
    """Colour what reads its own cell, so that sorting keeps every colour right."""
    for column in placed.listing.columns:
        place = placed.of(column.key)
        if column.shows is Shows.STATUS:
            status_fills(page.sheet, page.styles, place)
        if column.bar:
            bar = {"type": "data_bar", "bar_color": DATA_BAR, "bar_solid": True, "bar_no_border": True}
            bar |= {"min_type": "num", "min_value": 0}
            bar |= {"max_type": "num", "max_value": 1} if column.shows is Shows.PERCENT else {}
            checked(page.sheet.conditional_format(*place, bar), f"the bars of {column.key}")
        shape = number_format(column, placed.listing.currency)
        if column.alarming:
            _colour(page, place, ">", {"colour": ATTENTION_TEXT, "bold": True, "num_format": shape})
        if column.signed:
            _colour(page, place, "<", {"colour": ATTENTION_TEXT, "num_format": shape})
            _colour(page, place, ">", {"colour": GOOD_TEXT, "num_format": shape})


def _colour(page: Page, place: tuple[int, int, int, int], sign: str, properties: dict[str, Any]) -> None:
    cell = xl_rowcol_to_cell(place[0], place[1])
    rule = {
        "type": "formula",
        "criteria": f"=AND(ISNUMBER({cell}),{cell}{sign}0)",  # words count as more than any number
        "format": page.styles.difference(**properties),
    }
    checked(page.sheet.conditional_format(*place, rule), f"the colour of numbers at {cell}")
