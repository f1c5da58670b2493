"""How the columns of a listing look: the number format of what they show, their colours, and their width."""

from typing import Any

from campaignctl.domain.listing import Listing, ListingColumn, Shows
from campaignctl.domain.money import CURRENCIES
from campaignctl.writers.report.fit import BUTTON, INDENT, NARROWEST, ONE_LINE, WIDEST
from campaignctl.writers.report.measure import column_width, pixels
from campaignctl.writers.xlsx_style import BLUE_TEXT, GRID, PAPER, SECONDARY

THIN = 1
MOMENT = "ddd d mmm hh:mm"
DAY = "ddd d mmm yyyy"
WIDEST_WRAPPED = 56.0
ID_WIDTH = 22.0
_MEASURED = 40  # of the longest texts of a column
_LONG_ID = 14  # letters


def number_format(column: ListingColumn, currency: str) -> str:
    """Return the Excel number format of a column; zero reads as an en dash where the column says so."""
    if column.shows is Shows.LIMIT:
        return '#,##0;"No limit";0'
    body = _digits(column, currency)
    if not body:
        return {Shows.ID: "@", Shows.MOMENT: MOMENT, Shows.DAY: DAY}.get(column.shows, "")
    zero = '"–"' if column.dash else body
    plus = f'"+"{body}' if column.signed else body
    return f'{plus};"−"{body};{zero}'


def _digits(column: ListingColumn, currency: str) -> str:
    known = CURRENCIES.get(currency)
    decimals = known.decimals if known else 2
    cents = "0." + "0" * decimals if decimals else "0"
    return {
        Shows.COUNT: "#,##0",
        Shows.MONEY: (f'"{known.symbol}"' if known else "") + "#,##0",
        Shows.PRICE: "#,##" + cents,
        Shows.PERCENT: "0%",
        Shows.NUMBER: "0.##",
    }.get(column.shows, "")


def look(listing: Listing, at: int) -> dict[str, Any]:
    """Return the properties of a body cell of the listing's column ``at``."""
    column = listing.columns[at]
    found: dict[str, Any] = {
        "align": "right" if column.shows.is_number else "left",
        "indent": 1,
        "bottom": THIN,
        "bottom_color": GRID,
    }
    shape = number_format(column, listing.currency)
    if shape:
        found["num_format"] = shape
    if at % 2:
        found["fill"] = PAPER  # tells neighbours apart for LibreOffice, which else drops an indent at the right
    if column.strong:
        found["bold"] = True
    if column.leads_to and listing.frame[column.leads_to].fillna("").ne("").any():
        found["colour"] = BLUE_TEXT
    elif column.muted:
        found["colour"] = SECONDARY
    if column.wraps:
        found["text_wrap"] = True
    return found


def widths(listing: Listing) -> tuple[float, ...]:
    """Return the width of every column in characters: what its longest value needs, at most 38, or its own."""
    return tuple(column.width or _width(listing, column) for column in listing.columns)


def _width(listing: Listing, column: ListingColumn) -> float:
    whole = pixels(column.title, bold=True)
    longest_word = max((pixels(word, bold=True) for word in column.title.split()), default=0)
    header = (whole if whole < ONE_LINE else max(whole * 0.6, longest_word)) + BUTTON
    body = max((pixels(text, bold=column.strong) for text in samples(listing, column)), default=0)
    most = WIDEST_WRAPPED if column.wraps else WIDEST
    needed = min(most, max(NARROWEST, column_width(max(header, body) + 2 * INDENT)))
    long_id = column.shows is Shows.ID and any(len(text) > _LONG_ID for text in samples(listing, column))
    return max(needed, ID_WIDTH) if long_id else needed


def samples(listing: Listing, column: ListingColumn) -> list[str]:
    """Return the longest values of a column as they read."""
    series = listing.frame[column.key].dropna()
    if series.empty:
        return []
    if column.shows in (Shows.MOMENT, Shows.DAY):
        return ["Wed 26 Nov 18:00" if column.shows is Shows.MOMENT else "Wed 26 Nov 2026"]
    if column.shows is Shows.LIMIT:
        return ["No limit"]
    if column.shows.is_number:
        return [_written(number, column, listing.currency) for number in (series.max(), series.min())]
    texts = series.astype("str").drop_duplicates()
    return texts[texts.str.len().sort_values(ascending=False, kind="stable").index[:_MEASURED]].tolist()


def _written(number: Any, column: ListingColumn, currency: str) -> str:
    value = float(number)
    match column.shows:
        case Shows.MONEY | Shows.PRICE:
            known = CURRENCIES.get(currency)
            decimals = known.decimals if known else 0
            places = decimals if column.shows is Shows.PRICE else 0
            symbol = known.symbol if known and column.shows is Shows.MONEY else ""
            return f"{symbol}{value / 10**decimals:,.{places}f}"
        case Shows.PERCENT:
            return f"{value:.0%}"
        case Shows.NUMBER:
            return f"{value:.2f}"
        case _:
            return f"{value:,.0f}"
