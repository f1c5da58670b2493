"""A cell that held something and became nothing is never lost unseen: it is named with its row and what stood there."""

from collections.abc import Iterator

import duckdb

from campaignctl.domain.observations import Kind, Observation, Place
from campaignctl.marketplaces.layout import Layout
from campaignctl.readers.exports.finish import Origin
from campaignctl.readers.exports.numbers import Money
from campaignctl.readers.exports.project import scan
from campaignctl.readers.exports.staging import Columns, Staged
from campaignctl.readers.places import letters

MOST = 200  # cells named one by one, for each column of a file
_QUOTED = 80


def lost_cells(
    connection: duckdb.DuckDBPyConnection, staged: Staged, columns: Columns, origin: Origin
) -> Iterator[Observation]:
    """Yield an observation for each of the first 200 lost cells of every column, and the count where there are more.

    Only a file with lost cells is looked at a second time.
    """
    for name, count in staged.lost.items():
        title = columns.layout.columns[name].title
        kind = Kind.NULLED
        for number, text in _cells(connection, staged, columns, name):
            kind, why = _what(name, text, columns.layout, columns.money)
            row = number + origin.first_row
            place = Place(origin.place.file, origin.place.sheet, row, title, f"{letters(columns.at[name])}{row}")
            yield Observation(kind, place, text[:_QUOTED], why)
        if count > MOST:
            whole = Place(origin.place.file, origin.place.sheet, None, title)
            yield Observation(kind, whole, f"{count:,} cells", "in all could not be read")


def _cells(connection: duckdb.DuckDBPyConnection, staged: Staged, columns: Columns, name: str) -> list[tuple[int, str]]:
    bit = 1 << staged.projection.checked.index(name)
    rows = f"SELECT file_row_number FROM {staged.scan} WHERE bad & {bit} <> 0 ORDER BY 1 LIMIT {MOST}"
    numbered = f"SELECT row_number() OVER () - 1 AS number, c{columns.at[name]} AS cell FROM {scan(staged.source)}"
    found = connection.execute(f"SELECT number, cell FROM ({numbered}) WHERE number IN ({rows}) ORDER BY 1").fetchall()
    return [(number, " ".join(cell.split())) for number, cell in found]


def _what(name: str, text: str, layout: Layout, money: Money) -> tuple[Kind, str]:
    match layout.columns[name].type:
        case "id":
            return (
                Kind.DAMAGED_ID,
                "a spreadsheet has rounded the id; export the file again and do not save it in Excel",
            )
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
