"""A cell that held something and became nothing is never lost unseen: it is named with its row and what stood there."""

from collections.abc import Iterator

import duckdb

from campaignctl.domain.observations import Kind, Observation, Place
from campaignctl.marketplaces.layout import Layout
from campaignctl.readers.exports.finish import Origin
from campaignctl.readers.exports.numbers import Money
from campaignctl.readers.exports.staging import Staged

MOST = 200  # cells named one by one, for each column of a file
_QUOTED = 80


def lost_cells(
    connection: duckdb.DuckDBPyConnection, staged: Staged, layout: Layout, origin: Origin, money: Money
) -> Iterator[Observation]:
    """Yield an observation for each of the first 200 lost cells of every column, and the count where there are more."""
    for name, count in staged.lost.items():
        bit = staged.projection.checked.index(name)
        cells = connection.execute(
            f"SELECT file_row_number, bad_cells[{bit + 1}] FROM {staged.scan}"
            f" WHERE bad & {1 << bit} <> 0 ORDER BY 1 LIMIT {MOST}"
        ).fetchall()
        title = layout.columns[name].title
        kind, why = Kind.NULLED, ""
        for number, text in cells:
            kind, why = _what(name, text, layout, money)
            place = Place(origin.place.file, origin.place.sheet, number + origin.first_row, title)
            yield Observation(kind, place, text[:_QUOTED], why)
        if count > MOST:
            whole = Place(origin.place.file, origin.place.sheet, None, title)
            yield Observation(kind, whole, "", f"{count:,} cells in all could not be read")


def _what(name: str, text: str, layout: Layout, money: Money) -> tuple[Kind, str]:
    match layout.columns[name].type:
        case "id":
            return Kind.DAMAGED_ID, "a spreadsheet has rounded the id; export the file again and do not save it in Excel"
        case "money":
            other = money.foreign(text)
            if other:
                return Kind.CURRENCY_MISMATCH, f"the amount is in {other}, the campaign in {money.currency.code}"
            return Kind.NULLED, f"is no amount in {money.currency.code} with at most {money.currency.decimals} decimals"
        case "count":
            return Kind.NULLED, "is no whole number"
        case "instant":
            return Kind.NULLED, "is no date and time of a form known for this export"
        case "duration_seconds" | "duration_words":
            return Kind.NULLED, "is no duration"
        case _:
            return Kind.NULLED, "is no rate"
