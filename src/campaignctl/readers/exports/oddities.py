"""What a file as a whole gives away: the order of its dates, how it writes, what a spreadsheet did, which currency."""

import re
from collections.abc import Iterator, Mapping

import duckdb

from campaignctl.domain.observations import Kind, Observation, Place
from campaignctl.marketplaces.columns import header_key
from campaignctl.readers.exports.numbers import Money
from campaignctl.readers.exports.plain_times import is_dotted, is_serial, names_zone
from campaignctl.readers.exports.project import scan, stripped
from campaignctl.readers.exports.recognise import Match
from campaignctl.readers.exports.staging import Columns, Staged, swaps_as_well

_ORDERS: Mapping[str, str] = {"mdy": "month before day", "dmy": "day before month"}
_CURRENCY = frozenset(map(header_key, ("Currency", "Mata uang", "Moneda", "Moeda", "币种", "货币", "通貨")))
"""Headings over the currency of a row; no layout reads it, for a report has one."""
_MOST_CURRENCIES = 3
_ROUNDED = re.compile(r"\d{15}0+")
_ENOUGH_IDS = 4
"""Different ids of 16 digits or more, all with zeros at their end: no accident."""
_IN_HEADING = re.compile(r"\(([^()\s\d]{1,4})\)\s*$")


def date_order(
    connection: duckdb.DuckDBPyConnection, staged: Staged, columns: Columns, place: Place, expected: str
) -> list[Observation]:
    """Say when a file proved another order of day and month than expected, or leaves the order open."""
    if not columns.says_order() or staged.order not in _ORDERS:
        return []
    name = next(name for name in columns.instants if columns.examples[name])
    at, example = Place(place.file, place.sheet, None, columns.layout.columns[name].title), columns.examples[name][0]
    if staged.order != expected:
        why = f"read as {_ORDERS[staged.order]}; the dates of the file fit no other order"
    elif swaps_as_well(connection, staged):
        why = f"read as {_ORDERS[staged.order]}, as the marketplace writes dates; no day of the file is above 12"
    else:
        return []
    return [Observation(Kind.AMBIGUOUS_DATE, at, example, why)]


def assumed_times(staged: Staged, columns: Columns, place: Place) -> Iterator[Observation]:
    """Say when times were read that a shop's own export does not write: day numbers, and those that name a zone."""
    cells = [(name, cell) for name in columns.instants for cell in columns.examples[name]]
    numbered = next(((name, cell) for name, cell in cells if is_serial(cell)), None)
    named = next(((name, cell) for name, cell in cells if names_zone(cell)), None) if staged.names_zones else None
    dotted = next(((name, cell) for name, cell in cells if is_dotted(cell)), None)
    for found, why in (
        (dotted, "read as day.month.year"),
        (numbered, "read as days since 30 Dec 1899, the way a spreadsheet counts them"),
        (named, f"moved from the zone that it names to the clock of {columns.zone}"),
    ):
        if found is not None:
            name, cell = found
            title = columns.layout.columns[name].title
            detail = f"{title} “{cell[:40]}” was {why}; so were all such times of the file"
            yield Observation(Kind.ASSUMED, Place(place.file, place.sheet, None, title), cell[:40], detail)


def assumed_numbers(staged: Staged, columns: Columns, place: Place) -> Iterator[Observation]:
    """Say when a file writes its numbers otherwise than the marketplace does, with one that proves it."""
    if staged.writing is None:
        return
    point = staged.writing.decimal
    cells = [
        (name, cell)
        for name in columns.at
        if columns.layout.columns[name].type == "money"
        for cell in columns.examples[name]
        if point in cell
    ]
    name, cell = next(iter(cells), ("", ""))
    title = columns.layout.columns[name].title if name else "amounts"
    sign = "comma" if point == "," else "point"
    shown = f"{title} “{cell[:40]}”" if cell else "Numbers"
    detail = f"{shown} was read with a {sign} before the decimals; so were all of the file, which fit no other way"
    yield Observation(Kind.ASSUMED, Place(place.file, place.sheet, None, title), cell[:40], detail)


def rounded_ids(columns: Columns, place: Place) -> Iterator[Observation]:
    """Say when all ids of a column end in zeros after the 15 digits that a spreadsheet keeps of a number."""
    for name, cells in columns.examples.items():
        met = {cell for cell in cells if re.fullmatch(r"\d{16,20}", cell)}
        if columns.layout.columns[name].type == "id" and len(met) >= _ENOUGH_IDS and all(map(_ROUNDED.fullmatch, met)):
            title = columns.layout.columns[name].title
            why = "a spreadsheet keeps 15 digits of a number, and every id of the column ends in zeros after them"
            yield Observation(Kind.DAMAGED_ID, Place(place.file, place.sheet, None, title), min(met), why)


def other_currency(
    connection: duckdb.DuckDBPyConnection, staged: Staged, match: Match, money: Money, place: Place
) -> Iterator[Observation]:
    """Say when a column of currencies names another one than amounts are read in; the amounts themselves are bare."""
    ours = {mark.casefold() for mark in money.marks}
    yield from _in_headings(match, money, ours, place)
    at = next((at for at, header in enumerate(match.header) if header_key(header) in _CURRENCY), None)
    if at is None or not any(column.type == "money" for column in match.layout.columns.values()):
        return
    word = stripped(f"c{at}")
    found = connection.execute(
        f"SELECT {word} AS word, count(*) FROM {scan(staged.source)} WHERE {word} <> '' GROUP BY 1 ORDER BY 2 DESC, 1"
    ).fetchall()
    for other, rows in [(word, rows) for word, rows in found if word.casefold() not in ours][:_MOST_CURRENCIES]:
        those = "1 row says" if rows == 1 else f"{rows:,} rows say"
        why = f"{those} so, and its amounts were read as {money.currency.code} all the same"
        title = " ".join(match.header[at].split())
        yield Observation(Kind.CURRENCY_MISMATCH, Place(place.file, place.sheet, None, title), other[:20], why)


def _in_headings(match: Match, money: Money, ours: set[str], place: Place) -> Iterator[Observation]:
    """Say when the heading of amounts names another currency: Gross merchandise value (£)."""
    for name, at in match.columns.items():
        heading = " ".join(match.header[at].split())
        named = _IN_HEADING.search(heading)
        if match.layout.columns[name].type != "money" or named is None or named[1].casefold() in ours:
            continue
        if money.foreign(f"1 {named[1]}"):
            why = f"the heading says {named[1]}, and amounts were read as {money.currency.code} all the same"
            yield Observation(
                Kind.CURRENCY_MISMATCH, Place(place.file, place.sheet, match.at + 1, heading), named[1], why
            )
            return
