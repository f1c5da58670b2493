"""Where two kinds of export tell of the same product or stream, what both tell counts once, and each adds the rest.

Kinds print times more or less exactly, so moments are the same when they lie in the same minute.
"""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import duckdb

from campaignctl.folder.hashing import digest
from campaignctl.marketplaces.layout import Layout
from campaignctl.readers.exports.engine import connect, literal, parquet
from campaignctl.readers.exports.newest import Kept

_WORDS = ("id", "text", "words", "instant")


def completed(kept: Sequence[Kept], layouts: Sequence[Layout], home: Path, passing: Path) -> tuple[Kept, ...]:
    """Return the rows that count, without numbers that the layout they complete tells of the same unit.

    A row that adds nothing is left out. Shortened tables are written to ``home``.
    """
    pulls = list(kept)
    by_name = {layout.name: layout for layout in layouts}
    for layout in layouts:
        leading = by_name.get(layout.completes)
        told = [pull for pull in pulls if leading and pull.part.layout == leading.name and pull.rows]
        if leading and told:
            pair = _Pair(leading, layout, tuple(told))
            with connect(passing) as connection:
                pulls = [
                    pair.rest(connection, pull, home, passing) if pull.part.layout == layout.name else pull
                    for pull in pulls
                ]
    return tuple(pulls)


class _Pair:
    """A layout, the one that it completes, and the pulls of that one."""

    def __init__(self, leading: Layout, layout: Layout, told: tuple[Kept, ...]) -> None:
        self.layout = layout
        self.told = told
        self.unit = ("seller_id", *leading.unit)
        self.numbers = [name for name in _numbers(layout) if name in layout.shape]
        self.shared = [name for name in self.numbers if name in _numbers(leading)]

    def rest(self, connection: duckdb.DuckDBPyConnection, pull: Kept, home: Path, passing: Path) -> Kept:
        """Return a pull with what it adds alone."""
        beside = digest(pull.path.name, *(other.path.name for other in self.told))
        draft = passing / f"{pull.path.stem}-{beside[:12]}.parquet"
        connection.execute(f"COPY ({self._rest(pull)}) TO {literal(draft.as_posix())} (FORMAT parquet)")
        found = connection.execute(f"SELECT count(*) FROM {parquet(draft)}").fetchone()
        return replace(pull, path=draft.replace(home / draft.name), rows=int(found[0]) if found else 0)

    def _rest(self, pull: Kept) -> str:
        units = ", ".join(f"{self._at(name)} AS at_{name}" for name in self.unit)
        counts = ", ".join(f"count({name}) AS n_{name}" for name in self.shared)
        keys = ", ".join(f"at_{name}" for name in self.unit)
        told = f"SELECT {units}, {counts} FROM {parquet(*(one.path for one in self.told))} GROUP BY {keys}"
        same = " AND ".join(f"t.at_{name} IS NOT DISTINCT FROM {self._at(f'p.{name}')}" for name in self.unit)
        once = {name: f"CASE WHEN t.n_{name} > 0 THEN NULL ELSE p.{name} END" for name in self.shared}
        replaced = ", ".join(f"{value} AS {name}" for name, value in once.items())
        adds = ", ".join(f"CAST({once.get(name, f'p.{name}')} AS VARCHAR)" for name in self.numbers)
        return (
            f"SELECT p.* REPLACE ({replaced}) FROM {parquet(pull.path)} p LEFT JOIN ({told}) t ON {same}"
            f" WHERE t.n_{self.shared[0]} IS NULL OR coalesce({adds}) IS NOT NULL ORDER BY p.row"
        )

    def _at(self, name: str) -> str:
        column = self.layout.columns.get(name.removeprefix("p."))
        return f"date_trunc('minute', {name})" if column and column.type == "instant" else name


def _numbers(layout: Layout) -> list[str]:
    return [name for name, column in layout.columns.items() if not column.passing and column.type not in _WORDS]
