"""What comes out of a folder of exports: canonical tables, where they came from, and what was met on the way."""

import shutil
import tempfile
import weakref
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any

import duckdb
import numpy as np
import pandas as pd

from campaignctl.domain.differing import Differing, Repeated
from campaignctl.domain.document import Input
from campaignctl.domain.frames import Dtype, Shape, empty, shaped
from campaignctl.domain.observations import Observation
from campaignctl.marketplaces.canonical import CANONICAL
from campaignctl.readers.exports.engine import SQL_TYPES, connect, parquet


class Scratch:
    """A directory for tables that are not to be kept; it goes when nothing refers to it any more."""

    def __init__(self) -> None:
        self.path = Path(tempfile.mkdtemp(prefix="campaignctl-"))
        weakref.finalize(self, shutil.rmtree, self.path, ignore_errors=True)


@dataclass(frozen=True, slots=True)
class Table:
    """A canonical table as Parquet files, which together hold each of its ``rows`` once.

    Columns are those of ``shape``; instants are ``TIMESTAMP WITH TIME ZONE``, few-valued words plain text.
    """

    name: str
    shape: Shape
    paths: tuple[Path, ...]
    rows: int
    scratch: Scratch | None = field(default=None, repr=False, compare=False)

    @property
    def scan(self) -> str:
        """The table as SQL that can stand after FROM in any DuckDB connection."""
        if not self.paths:
            nothing = ", ".join(f"NULL::{SQL_TYPES[kind]} AS {name}" for name, kind in self.shape.items())
            return f"(SELECT {nothing} LIMIT 0)"
        return parquet(*self.paths)

    def relation(self, connection: duckdb.DuckDBPyConnection) -> duckdb.DuckDBPyRelation:
        """Return the table as a lazy relation of ``connection``, for sizes that no frame should hold."""
        return connection.sql(f"SELECT {', '.join(self.shape)} FROM {self.scan}")

    def frame(self) -> pd.DataFrame:
        """Return the whole table as a frame of ``shape``, in the order of file names and rows."""
        if not self.paths:
            return empty(self.shape)
        with connect() as connection:
            arrays = self.relation(connection).order("file, sheet, row").fetchnumpy()
        return shaped(
            pd.DataFrame({name: _series(arrays[name], kind) for name, kind in self.shape.items()}), self.shape
        )


def _series(values: Any, kind: str) -> "pd.Series[Any]":
    """Return one of DuckDB's arrays as a column; whole numbers never pass through floats."""
    data, mask = np.ma.getdata(values), np.ma.getmaskarray(values)
    match kind:
        case Dtype.COUNT:
            return pd.Series(pd.arrays.IntegerArray(data.astype("int64"), mask))
        case Dtype.RATE:
            return pd.Series(pd.arrays.FloatingArray(data.astype("float64"), mask))
        case Dtype.INSTANT:
            local = pd.Series(np.where(mask, np.datetime64("NaT"), data), dtype="datetime64[us]")
            return local.dt.tz_localize("UTC")
        case _:
            return pd.Series(np.where(mask, np.array(None, dtype="object"), data), dtype="str")


@dataclass(frozen=True, slots=True)
class Pull:
    """One sheet of one file, as one layout understood it.

    ``rows`` were read, ``kept`` of them count (the rest is held by a newer pull). ``latest`` is the newest instant in
    it, ``first`` to ``last`` are the local days that the file itself says it covers, ``unknown`` its headers that the
    layout does not know, and ``columns`` where those it knows stand, counted from 0.
    """

    file: str
    sheet: str
    layout: str
    title: str
    table: str
    seller_id: str | None
    header_row: int
    rows: int
    kept: int
    latest: datetime | None
    first: date | None = None
    last: date | None = None
    unknown: tuple[str, ...] = ()
    columns: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Exports:
    """Everything read from a folder of exports. ``latest`` is the newest instant in any table, aware, in UTC.

    ``differing`` are the files that tell the same order differently, ``repeated`` the orders that count twice.
    """

    tables: Mapping[str, Table]
    pulls: tuple[Pull, ...] = ()
    observations: tuple[Observation, ...] = ()
    inputs: tuple[Input, ...] = ()
    latest: datetime | None = None
    differing: tuple[Differing, ...] = ()
    repeated: tuple[Repeated, ...] = ()

    def table(self, name: str) -> Table:
        """Return the canonical table ``name``, without rows when no export fills it; ``KeyError`` for other names."""
        return self.tables.get(name) or Table(name, CANONICAL[name], (), 0)

    def frame(self, name: str) -> pd.DataFrame:
        """Return ``table(name)`` as a frame."""
        return self.table(name).frame()
