"""A file is typed in one pass; what that pass learned settles the order of day and month, and which offsets count."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import duckdb

from campaignctl.marketplaces.layout import Layout
from campaignctl.readers.exports.clocks import Offset, offsets
from campaignctl.readers.exports.engine import literal, parquet
from campaignctl.readers.exports.numbers import Money
from campaignctl.readers.exports.plain_times import leaves_order_open, zoned
from campaignctl.readers.exports.project import Projection, Times, project, scan, stripped
from campaignctl.readers.exports.sources import Source
from campaignctl.readers.exports.times import forms


@dataclass(frozen=True, slots=True)
class Staged:
    """A typed file in Parquet, its rows in the file's order, none left out. ``lost`` counts cells by column.

    ``earliest`` and ``latest`` are local times over all instants; ``order`` is that of day and month, as it was read.
    ``names_zones`` says that times name a zone of their own and were moved to the file's.
    """

    path: Path
    source: Source
    projection: Projection
    order: str
    lost: Mapping[str, int]
    earliest: datetime | None
    latest: Mapping[str, datetime]
    names_zones: bool = False

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
    if not _times_lost(staged, columns):
        return staged
    if order in ("mdy", "dmy") and columns.says_order():
        other = "dmy" if order == "mdy" else "mdy"
        again = _staged(connection, source, columns, other, out.with_suffix(f".{other}.parquet"))
        staged = again if _times_lost(again, columns) < _times_lost(staged, columns) else staged
    clocks = _clocks(connection, source, columns) if _times_lost(staged, columns) else ()
    if not clocks:
        return staged
    return _staged(connection, source, replace(columns, clocks=clocks), staged.order, out.with_suffix(".zoned.parquet"))


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
