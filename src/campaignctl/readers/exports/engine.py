"""DuckDB reads exports of any size within a fixed share of memory, and fetches nothing from anywhere."""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

import duckdb

from campaignctl.domain.frames import Dtype

SQL_TYPES: Mapping[str, str] = {
    Dtype.WORD: "VARCHAR",
    Dtype.FEW: "VARCHAR",
    Dtype.COUNT: "BIGINT",
    Dtype.RATE: "DOUBLE",
    Dtype.INSTANT: "TIMESTAMPTZ",
    Dtype.FLAG: "BOOLEAN",
}
"""The database's types for those of the domain's frames."""

MEMORY = "1GB"
"""What a connection may hold in memory; the rest goes to its temporary directory."""


def connect(spill: Path | None = None) -> duckdb.DuckDBPyConnection:
    """Return a connection of its own, in UTC, that spills to ``spill`` and installs no extensions."""
    config: dict[str, str | bool | int | float | list[str]] = {
        "memory_limit": MEMORY,
        "autoinstall_known_extensions": False,
        "autoload_known_extensions": False,
        "temp_directory": spill.as_posix() if spill else "",
    }
    connection = duckdb.connect(":memory:", config=config)
    connection.execute("SET TimeZone = 'UTC'; SET enable_progress_bar = false")
    return connection


def literal(text: str) -> str:
    """Return ``text`` as a SQL string; nothing in it is code."""
    return "'" + text.replace("\x00", "").replace("'", "''") + "'"


def parquet(*paths: Path, numbered: bool = False) -> str:
    """Return Parquet files as SQL after FROM; ``numbered`` adds ``file_row_number``, counting from 0.

    Folder names are never columns, though ``year=2026`` looks like one.
    """
    files = ", ".join(literal(path.as_posix()) for path in paths)
    return f"read_parquet([{files}], hive_partitioning = false, file_row_number = {str(numbered).lower()})"


def moment(value: datetime) -> str:
    """Return a naive time as a SQL timestamp."""
    return f"TIMESTAMP '{value:%Y-%m-%d %H:%M:%S}'"
