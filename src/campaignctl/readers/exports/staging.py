"""A file is typed in one pass; what that pass learned settles the order of day and month, and which offsets count."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import duckdb

from campaignctl.marketplaces.layout import Layout
from campaignctl.marketplaces.layouts import Writing
from campaignctl.readers.exports.clocks import Offset, offsets
from campaignctl.readers.exports.engine import literal, parquet
from campaignctl.readers.exports.numbers import Money, proof
from campaignctl.readers.exports.plain_times import leaves_order_open, zoned
from campaignctl.readers.exports.project import Projection, Times, project, scan, stripped
from campaignctl.readers.exports.sources import Source
from campaignctl.readers.exports.times import forms


@dataclass(frozen=True, slots=True)
class Staged:
    """A typed file in Parquet, its rows in the file's order, none left out. ``lost`` counts cells by column.

    ``earliest`` and ``latest`` are local times over all instants; ``order`` is that of day and month, as it was read.
    ``names_zones`` says that times name a zone of their own and were moved to the file's. ``writing`` is how numbers
    were read where the file writes them otherwise than the marketplace does.
    """

    path: Path
    source: Source
    projection: Projection
    order: str
    lost: Mapping[str, int]
    earliest: datetime | None
    latest: Mapping[str, datetime]
    names_zones: bool = False
    writing: Writing | None = None

    @property
    def scan(self) -> str:
        """The rows as SQL after FROM, with ``file_row_number`` counting from 0."""
        return parquet(self.path, numbered=True)


@dataclass(frozen=True, slots=True)
class Columns:
    """Which columns of a file are read, what stands in its first rows under each, and the zone of its times.

    ``clocks`` are those of the zone where times are to be moved there from zones that they name.
    """

    layout: Layout
    at: Mapping[str, int]
    examples: Mapping[str, Sequence[str]]
    money: Money
    zone: str
    clocks: tuple[Offset, ...] = ()

    @property
    def instants(self) -> tuple[str, ...]:
        """The columns that hold times."""
        return tuple(name for name in self.at if self.layout.columns[name].type == "instant")

    def says_order(self) -> bool:
        """Whether the file writes times so that day and month could be taken for each other."""
        return any(leaves_order_open(cell) for name in self.instants for cell in self.examples[name])


def stage(connection: duckdb.DuckDBPyConnection, source: Source, columns: Columns, order: str, out: Path) -> Staged:
    """Type ``source`` into the Parquet file ``out``. ``duckdb.Error`` when the file is no table of this width.

    Where times do not fit the expected order of day and month, and fit the other better, the file itself has proved
    it, and is read again; so is one whose times name a zone of their own.
    """
    staged = _staged(connection, source, columns, order, out)
    if staged.lost and _numbers(staged, columns):
        staged = _otherwise_written(connection, source, columns, staged)
        columns = columns if staged.writing is None else _written(columns, staged.writing)
    if not _times_lost(staged, columns):
        return staged
    if order in ("mdy", "dmy") and columns.says_order():
        other = "dmy" if order == "mdy" else "mdy"
        again = _staged(connection, source, columns, other, out.with_suffix(f".{other}.parquet"))
        again = replace(again, writing=staged.writing)
        staged = again if _times_lost(again, columns) < _times_lost(staged, columns) else staged
    clocks = _clocks(connection, source, columns) if _times_lost(staged, columns) else ()
    if not clocks:
        return staged
    zoned_out = out.with_suffix(".zoned.parquet")
    again = _staged(connection, source, replace(columns, clocks=clocks), staged.order, zoned_out)
    return replace(again, writing=staged.writing)


def _otherwise_written(
    connection: duckdb.DuckDBPyConnection, source: Source, columns: Columns, staged: Staged
) -> Staged:
    """Return the file read in another way of writing numbers, where all of it can be read so and only so.

    A cell that can be read in the usual way alone proves that the file mixes the two: then neither is believed, and
    what cannot be read in the usual way stays unread. Cells that mean something in both ways are read as the others.
    """
    best, most = staged, 0
    bits = sum(1 << staged.projection.checked.index(name) for name in _numeric(columns))
    for number, money in enumerate(columns.money.otherwise):
        if not _proves(connection, source, columns, money):
            continue
        out = staged.path.with_suffix(f".written{number}.parquet")
        other = _staged(connection, source, replace(columns, money=money), staged.order, out)
        gained, lost = _one(
            connection,
            f"SELECT coalesce(sum(bit_count(a.bad & ~b.bad & {bits})), 0),"
            f" count(*) FILTER (b.bad & ~a.bad & {bits} <> 0)"
            f" FROM {parquet(staged.path)} a POSITIONAL JOIN {parquet(other.path)} b",
        )
        if gained > most and not lost:
            best, most = replace(other, writing=money.writing), gained
    return best


def _proves(connection: duckdb.DuckDBPyConnection, source: Source, columns: Columns, money: Money) -> bool:
    """Whether an amount of the file can only have been written so: one slip of a third decimal is no thousand."""
    amounts = [f"c{columns.at[name]}" for name in columns.at if columns.layout.columns[name].type == "money"]
    told = " OR ".join(f"regexp_matches({cell}, {literal(proof(money))})" for cell in amounts)
    return bool(amounts) and bool(_one(connection, f"SELECT count(*) FROM {scan(source)} WHERE {told}")[0])


def _numeric(columns: Columns) -> tuple[str, ...]:
    kinds = ("money", "count", "rate_fraction", "rate_percent")
    return tuple(name for name in columns.at if columns.layout.columns[name].type in kinds)


def _numbers(staged: Staged, columns: Columns) -> tuple[str, ...]:
    """Return the columns of numbers of which cells were lost."""
    return tuple(name for name in _numeric(columns) if staged.lost.get(name))


def _written(columns: Columns, writing: Writing) -> Columns:
    return replace(columns, money=replace(columns.money, writing=writing))


def _clocks(connection: duckdb.DuckDBPyConnection, source: Source, columns: Columns) -> tuple[Offset, ...]:
    """Return the clocks of the file's zone over all its times that name their own; none when no cell does."""
    moments = ", ".join(f"{zoned(stripped(f'c{columns.at[name]}'))} AS {name}" for name in columns.instants)
    ends = ", ".join(f"min({name}), max({name})" for name in columns.instants)
    found = [each for each in _one(connection, f"SELECT {ends} FROM (SELECT {moments} FROM {scan(source)})") if each]
    if not found:
        return ()
    first, last = (datetime.fromtimestamp(end(found) / 1e6, UTC).replace(tzinfo=None) for end in (min, max))
    return offsets(columns.zone, first, last)


def _times_lost(staged: Staged, columns: Columns) -> int:
    return sum(staged.lost.get(name, 0) for name in columns.instants)


def _staged(connection: duckdb.DuckDBPyConnection, source: Source, columns: Columns, order: str, out: Path) -> Staged:
    tried = {name: forms(columns.layout.dates, order, columns.examples[name]) for name in columns.instants}
    projection = project(columns.layout, columns.at, source, columns.money, Times(tried, columns.clocks))
    connection.execute(f"COPY ({projection.sql}) TO {literal(out.as_posix())} (FORMAT parquet)")
    scan = parquet(out)
    instants = columns.instants
    ends = ", ".join(f"min({name}), max({name})" for name in instants)
    facts = _one(connection, f"SELECT max(bad){', ' if ends else ''}{ends} FROM {scan}")
    bits = ", ".join(f"count(*) FILTER (bad & {1 << bit} <> 0)" for bit in range(len(projection.checked)))
    counts = _one(connection, f"SELECT {bits} FROM {scan}") if facts[0] else ()
    lost = {name: count for name, count in zip(projection.checked, counts, strict=False) if count}
    latest = {name: end for name, end in zip(instants, facts[2::2], strict=True) if end is not None}
    earliest = min((start for start in facts[1::2] if start is not None), default=None)
    return Staged(out, source, projection, order, lost, earliest, latest, bool(columns.clocks))


def _one(connection: duckdb.DuckDBPyConnection, sql: str) -> tuple[Any, ...]:
    return connection.execute(sql).fetchone() or ()


def swaps_as_well(connection: duckdb.DuckDBPyConnection, staged: Staged) -> bool:
    """Whether day and month could be exchanged throughout, and the days would lie no further apart than they do."""
    days = " UNION ".join(f"SELECT CAST({name} AS DATE) AS day FROM {staged.scan}" for name in staged.latest)
    if not days:
        return False
    swapped = "make_date(year(day), day(day), month(day))"
    apart, other = _one(
        connection,
        f"SELECT max(day) - min(day), max({swapped}) - min({swapped})"
        f" FROM (SELECT day FROM ({days}) WHERE day IS NOT NULL QUALIFY max(day(day)) OVER () <= 12)",
    )
    return apart is not None and other <= apart
