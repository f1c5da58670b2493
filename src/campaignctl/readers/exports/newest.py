"""When several pulls hold the same order, all its lines come from the newest; what one file repeats stays repeated.

Newest is told by content: the end of the period a file names, then the latest time in it, then its name.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path

import duckdb

from campaignctl.domain.differing import Differing
from campaignctl.folder.hashing import digest
from campaignctl.marketplaces.layout import Layout
from campaignctl.readers.exports.differing import differing
from campaignctl.readers.exports.engine import connect, literal, parquet
from campaignctl.readers.exports.parts import Part

_LONG_AGO = datetime(1900, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Kept:
    """The rows of a part that count: its own Parquet file, or one without what a newer pull holds."""

    file: str
    part: Part
    path: Path
    rows: int


def newest(
    pulls: Sequence[tuple[str, Part]], layouts: Sequence[Layout], home: Path, passing: Path
) -> tuple[tuple[Kept, ...], tuple[Differing, ...]]:
    """Return for each part, named by its file, the rows that count, and where two files tell an order differently.

    Shortened tables are written to ``home``.
    """
    kept = [Kept(file, part, part.path, part.rows) for file, part in pulls]
    odd: list[Differing] = []
    for layout in layouts:
        rivals = _Rivals(layout, tuple(pull for pull in kept if pull.part.layout == layout.name))
        if layout.unit and rivals.may_meet():
            with connect(passing) as connection:
                rivals.gather(connection)
                odd += rivals.differing(connection)
                kept = [rivals.shortened(connection, pull, home, passing) for pull in kept]
    return tuple(kept), tuple(odd)


class _Rivals:
    """The pulls of one layout, oldest first by rank; all sheets of one file are one pull."""

    def __init__(self, layout: Layout, pulls: tuple[Kept, ...]) -> None:
        self.layout = layout
        self.pulls = pulls
        self.unit = ("seller_id", *layout.unit)
        ages: dict[str, tuple[date, datetime]] = {}
        for pull in pulls:
            age = (pull.part.last or date.min, pull.part.fresh or _LONG_AGO)
            ages[pull.file] = max(age, ages.get(pull.file, age))
        self.ages = ages
        self.ranks = {file: rank for rank, file in enumerate(sorted(ages, key=lambda file: (ages[file], file)))}

    def may_meet(self) -> bool:
        """Whether two files can hold rows of the same seller."""
        owners = {pull.file: pull.part.seller_id for pull in self.pulls}.values()
        return len(self.ranks) > 1 and (None in owners or len(set(owners)) < len(self.ranks))

    def gather(self, connection: duckdb.DuckDBPyConnection) -> None:
        """List the units that stand in more than one file, with the rank of the newest."""
        unit = ", ".join(self.unit)
        whole = " AND ".join(f"{name} IS NOT NULL" for name in self.layout.unit)
        each = " UNION ALL ".join(
            f"SELECT DISTINCT {unit}, {self.ranks[pull.file]} AS pull FROM {parquet(pull.path)} WHERE {whole}"
            for pull in self.pulls
        )
        connection.execute(
            f"CREATE TEMP TABLE replaced AS SELECT {unit}, max(pull) AS newest FROM ({each})"
            f" GROUP BY {unit} HAVING min(pull) < max(pull)"
        )

    def differing(self, connection: duckdb.DuckDBPyConnection) -> list[Differing]:
        """Return what the files tell differently of one order; only orders are known to stay as they are."""
        if self.layout.canonical != "order_lines" or self.layout.unit != ("order_id",):
            return []
        pulls = [(pull.path, self.ranks[pull.file]) for pull in self.pulls]
        found = differing(connection, pulls, {rank: file for file, rank in self.ranks.items()})
        return [replace(one, is_guess=self.ages[one.older] == self.ages[one.newer]) for one in found]

    def shortened(self, connection: duckdb.DuckDBPyConnection, pull: Kept, home: Path, passing: Path) -> Kept:
        """Return the pull without the units that a newer one holds."""
        if pull not in self.pulls:
            return pull
        same = " AND ".join(f"r.{name} IS NOT DISTINCT FROM p.{name}" for name in self.unit)
        older = f"EXISTS (SELECT 1 FROM replaced r WHERE {same} AND r.newest > {self.ranks[pull.file]})"
        found = connection.execute(f"SELECT count(*) FROM {parquet(pull.path)} p WHERE {older}").fetchone()
        lost = int(found[0]) if found else 0
        if not lost:
            return pull
        beside = digest(*(f"{other.path.name} {self.ranks[other.file]}" for other in self.pulls))
        draft = passing / f"{pull.path.stem}-{beside[:12]}.parquet"
        rest = f"SELECT * FROM {parquet(pull.path)} p WHERE NOT {older}"
        connection.execute(f"COPY ({rest}) TO {literal(draft.as_posix())} (FORMAT parquet)")
        return Kept(pull.file, pull.part, draft.replace(home / draft.name), pull.rows - lost)
