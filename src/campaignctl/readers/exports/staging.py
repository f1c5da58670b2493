"""A file is typed in one pass; what that pass learned settles the order of day and month, and which offsets count."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import duckdb

from campaignctl.marketplaces.layout import Layout
from campaignctl.readers.exports.engine import literal, parquet
from campaignctl.readers.exports.numbers import Money
from campaignctl.readers.exports.project import Projection, project
from campaignctl.readers.exports.sources import Source
from campaignctl.readers.exports.times import ISO, fits, forms


@dataclass(frozen=True, slots=True)
class Staged:
    """A typed file in Parquet, its rows in the file's order, none left out. ``lost`` counts cells by column.

    ``earliest`` and ``latest`` are local times over all instants; ``order`` is that of day and month, as it was read.
    """

    path: Path
    source: Source
    projection: Projection
    order: str
    lost: Mapping[str, int]
    earliest: datetime | None
    latest: Mapping[str, datetime]

    @property
    def scan(self) -> str:
        """The rows as SQL after FROM, with ``file_row_number`` counting from 0."""
        return parquet(self.path, numbered=True)


@dataclass(frozen=True, slots=True)
class Columns:
    """Which columns of a file are read, and what stands in its first rows under each."""

    layout: Layout
    at: Mapping[str, int]
    examples: Mapping[str, Sequence[str]]
    money: Money

    @property
    def instants(self) -> tuple[str, ...]:
        """The columns that hold times."""
        return tuple(name for name in self.at if self.layout.columns[name].type == "instant")

    def says_order(self) -> bool:
        """Whether the file writes times so that day and month could be taken for each other."""
        plain = (*self.layout.dates.always, *ISO)
        return any(not fits(cell, *plain) for name in self.instants for cell in self.examples[name])


def stage(connection: duckdb.DuckDBPyConnection, source: Source, columns: Columns, order: str, out: Path) -> Staged:
    """Type ``source`` into the Parquet file ``out``. ``duckdb.Error`` when the file is no table of this width.

    Where times do not fit the expected order of day and month, and fit the other better, the file itself has proved
    it, and is read again.
    """
    staged = _staged(connection, source, columns, order, out)
    if order not in ("mdy", "dmy") or not _times_lost(staged, columns) or not columns.says_order():
        return staged
    other = "dmy" if order == "mdy" else "mdy"
    again = _staged(connection, source, columns, other, out.with_suffix(f".{other}.parquet"))
    return again if _times_lost(again, columns) < _times_lost(staged, columns) else staged


def _times_lost(staged: Staged, columns: Columns) -> int:
    return sum(staged.lost.get(name, 0) for name in columns.instants)


def _staged(connection: duckdb.DuckDBPyConnection, source: Source, columns: Columns, order: str, out: Path) -> Staged:
    tried = {name: forms(columns.layout.dates, order, columns.examples[name]) for name in columns.instants}
    projection = project(columns.layout, columns.at, source, columns.money, tried)
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
    return Staged(out, source, projection, order, lost, earliest, latest)


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
