"""Typed rows become the canonical table: whose they are, where they stood, in UTC, each order's own amounts once."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import duckdb

from campaignctl.domain.frames import Shape
from campaignctl.domain.observations import Kind, Observation, Place
from campaignctl.marketplaces.canonical import COLUMNS_MET, PERIOD_DAYS
from campaignctl.marketplaces.columns import header_key
from campaignctl.marketplaces.layout import Layout
from campaignctl.readers.exports.clocks import Offset, in_gap, utc
from campaignctl.readers.exports.engine import SQL_TYPES, literal
from campaignctl.readers.exports.staging import Staged

UNKNOWN = "unknown"
"""What a word reads as that stands in no list of words."""

_MOST_WORDS = 1000


@dataclass(frozen=True, slots=True)
class Origin:
    """Where the rows come from: the place, the number of the first data row, the seller the folder says, the clocks.

    ``days`` are the first and the last that the file says it covers, where it does.
    """

    place: Place
    first_row: int
    seller_id: str | None
    clocks: tuple[Offset, ...] = ()
    days: tuple[date | None, date | None] = (None, None)


def finish(
    connection: duckdb.DuckDBPyConnection, staged: Staged, layout: Layout, origin: Origin, out: Path
) -> tuple[Observation, ...]:
    """Write the canonical table of a typed file to ``out``; return the words that nobody knows."""
    words, odd = _words(connection, staged, layout, origin)
    rows = _rows(staged, origin)
    values = _values(staged, layout, origin, words)
    if layout.line_kind:
        values["line_kind"] = _line_kind(connection, staged, layout, rows)
    listed = ", ".join(f"{values.get(name, _nothing(layout.shape, name))} AS {name}" for name in layout.shape)
    marked = f"(SELECT *, {_is_first(layout, rows)} AS is_first FROM {rows})"  # asked once, for several amounts
    connection.execute(f"COPY (SELECT {listed} FROM {marked}) TO {literal(out.as_posix())} (FORMAT parquet)")
    return odd


def _rows(staged: Staged, origin: Origin) -> str:
    """Return the rows that hold anything, numbered as in the file."""
    cells = ", ".join(f"CAST({name} AS VARCHAR)" for name in staged.projection.columns)
    number = f"file_row_number + {origin.first_row} AS row"
    return f"(SELECT *, {number} FROM {staged.scan} WHERE bad <> 0 OR coalesce({cells}) IS NOT NULL)"


def _is_first(layout: Layout, rows: str) -> str:
    """Return the SQL of whether a row is the first of its order; without an id nobody knows."""
    if not layout.order_level:
        return "FALSE"
    unit = ", ".join(layout.unit)
    whole = " AND ".join(f"{name} IS NOT NULL" for name in layout.unit)
    return f"row IN (SELECT min(row) FROM {rows} WHERE {whole} GROUP BY {unit})"


def _nothing(shape: Shape, name: str) -> str:
    return f"NULL::{SQL_TYPES[shape[name]]}"


def _values(staged: Staged, layout: Layout, origin: Origin, words: Mapping[str, str]) -> dict[str, str]:
    have = staged.projection.columns
    values = {name: name for name in have if name in layout.shape}
    values |= {name: utc(name, origin.clocks) for name in values if layout.columns[name].type == "instant"}
    values |= {name: f"CAST(CAST({of} AS DATE) AS VARCHAR)" for name, of in layout.days.items() if of in have}
    values |= {name: sql for name, sql in words.items() if name in have}
    blanks = {name: blank for name in have if (blank := layout.columns[name].blank) is not None}
    values |= {name: _or_blank(name, blank, staged) for name, blank in blanks.items()}
    values |= {name: literal(day.isoformat()) for name, day in zip(PERIOD_DAYS, origin.days, strict=True) if day}
    values |= {name: f"CASE WHEN is_first THEN {name} END" for name in layout.order_level if name in have}
    if COLUMNS_MET in layout.shape:
        values[COLUMNS_MET] = literal(" ".join(sorted(name for name in have if name in layout.shape)))
    if "seller_id" not in have and origin.seller_id is not None:
        values["seller_id"] = literal(origin.seller_id)
    return values | {"file": literal(origin.place.file), "sheet": literal(origin.place.sheet), "row": "row"}


def _or_blank(name: str, blank: int, staged: Staged) -> str:
    """Return the SQL of a count whose blank cells stand for a number; a cell that could not be read stays missing."""
    bit = 1 << staged.projection.checked.index(name)
    return f"CASE WHEN {name} IS NULL AND bad & {bit} = 0 THEN {blank} ELSE {name} END"


def _words(
    connection: duckdb.DuckDBPyConnection, staged: Staged, layout: Layout, origin: Origin
) -> tuple[dict[str, str], tuple[Observation, ...]]:
    """Return the SQL that puts a canonical word for each word of the file, and the words that nobody knows."""
    sql: dict[str, str] = {}
    odd: list[Observation] = []
    for name, lists in layout.words.items():
        if name not in staged.projection.columns:
            continue
        meaning = {header_key(word): canonical for canonical, spelled in lists.items() for word in spelled}
        rest, whens = layout.columns[name].otherwise, []
        for word, times, first in _distinct(connection, staged, name):
            canonical = meaning.get(header_key(word))
            if canonical:
                whens.append(f"WHEN {literal(word)} THEN {literal(canonical)}")
            elif not rest:
                row = first + origin.first_row
                at = Place(origin.place.file, origin.place.sheet, row, layout.columns[name].title)
                odd.append(Observation(Kind.NOT_A_CHOICE, at, word[:80], f"{times:,} rows, read as {UNKNOWN}"))
        other = literal(rest or UNKNOWN)
        sql[name] = f"CASE {name} {' '.join(whens)} ELSE {other} END" if whens else other
    return sql, tuple(odd)


def _distinct(connection: duckdb.DuckDBPyConnection, staged: Staged, name: str) -> list[tuple[str, int, int]]:
    return connection.execute(
        f"SELECT {name}, count(*), min(file_row_number) FROM {staged.scan} WHERE {name} IS NOT NULL"
        f" GROUP BY {name} ORDER BY 2 DESC, 1 LIMIT {_MOST_WORDS}"
    ).fetchall()


def _line_kind(connection: duckdb.DuckDBPyConnection, staged: Staged, layout: Layout, rows: str) -> str:
    """Return the SQL that tells sales from what was given away, by the layout's rules in their order."""
    kinds, have = layout.line_kind, staged.projection.columns
    whens = []
    if kinds and kinds.column in have:
        meaning = {header_key(word): kind for kind, spelled in kinds.words.items() for word in spelled}
        told = [(word, meaning.get(header_key(word))) for word, _, _ in _distinct(connection, staged, kinds.column)]
        whens += [f"WHEN {kinds.column} = {literal(word)} THEN {literal(kind)}" for word, kind in told if kind]
    needed = {"unit_list_price", "subtotal_before_discount", "subtotal_after_discount", "seller_discount"}
    if kinds and needed <= set(have):
        nobody = f"subtotal_after_discount = 0 AND {_platform(have)} = 0"
        free = f"{nobody} AND unit_list_price = 0"
        given = f"{nobody} AND subtotal_before_discount > 0 AND seller_discount >= subtotal_before_discount"
        if connection.execute(f"SELECT 1 FROM {rows} WHERE {free} LIMIT 1").fetchone():
            unit = ", ".join(layout.unit)
            with_free = f"({unit}) IN (SELECT ({unit}) FROM {rows} WHERE {free})"
            paid = f"SELECT ({unit}) FROM {rows} WHERE NOT ({nobody}) AND {with_free}"
            whens.append(f"WHEN {free} AND ({unit}) IN ({paid}) THEN {literal(kinds.free_beside_paid)}")
            whens.append(f"WHEN {free} THEN {literal(kinds.free)}")
        whens.append(f"WHEN {given} THEN {literal(kinds.given)}")
    return f"CASE {' '.join(whens)} ELSE 'sale' END" if whens else "'sale'"


def _platform(have: tuple[str, ...]) -> str:
    return "coalesce(platform_discount, 0)" if "platform_discount" in have else "0"


def times_in_gap(
    connection: duckdb.DuckDBPyConnection, staged: Staged, layout: Layout, origin: Origin, zone: str
) -> Iterator[Observation]:
    """Yield, for each column, that it holds times the zone's clocks skip: the file may come from another zone."""
    if not any(offset.gap for offset in origin.clocks):
        return
    for name in staged.latest:
        sql = f"SELECT count(*), min(file_row_number), arg_min({name}, file_row_number) FROM {staged.scan}"
        found = connection.execute(f"{sql} WHERE {in_gap(name, origin.clocks)}").fetchone() or (0, 0, None)
        if found[0]:
            row, title = found[1] + origin.first_row, layout.columns[name].title
            place = Place(origin.place.file, origin.place.sheet, row, title)
            why = f"the clocks of {zone} skip this time ({found[0]:,} such times); was the file made in another zone?"
            yield Observation(Kind.DST_TIME, place, str(found[2]), why)
