"""When several pulls hold the same order, all its lines come from the newest; what one file repeats stays repeated.

Newest is told by content: the end of the period a file names, then the latest time in it, then its name.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

import duckdb

from campaignctl.folder.hashing import digest
from campaignctl.marketplaces.layout import Layout
from campaignctl.readers.exports.engine import connect, literal
from campaignctl.readers.exports.parts import Part

_LONG_AGO = datetime(1900, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Kept:
    """The rows of a part that count: its own Parquet file, or one without what a newer pull holds."""

    file: str
    part: Part
    path: Path
    rows: int


def newest(pulls: Sequence[tuple[str, Part]], layouts: Sequence[Layout], home: Path, scratch: Path) -> tuple[Kept, ...]:
    """Return for each part, named by its file, the rows that count."""
    kept: dict[int, Kept] = {}
    for layout in layouts:
        ours = [(place, file, part) for place, (file, part) in enumerate(pulls) if part.layout == layout.name]
        files = sorted({(_age(file, ours), file) for _, file, _ in ours})
        ranks = {file: rank for rank, (_, file) in enumerate(files)}
        kept |= _of_layout(ours, ranks, layout, home, scratch)
    return tuple(kept[place] for place in range(len(pulls)))


def _age(file: str, ours: Sequence[tuple[int, str, Part]]) -> tuple[date, datetime]:
    parts = [part for _, name, part in ours if name == file]
    return max((part.last or date.min, part.fresh or _LONG_AGO) for part in parts)


def _of_layout(
    ours: Sequence[tuple[int, str, Part]], ranks: dict[str, int], layout: Layout, home: Path, scratch: Path
) -> dict[int, Kept]:
    untouched = {place: Kept(file, part, part.path, part.rows) for place, file, part in ours}
    owners = [part.seller_id for _, _, part in ours]
    if len(ranks) < 2 or (None not in owners and len(set(owners)) == len(ranks)):
        return untouched  # every file speaks for a seller of its own
    with connect(scratch) as connection:
        _gather_replaced(connection, ours, ranks, layout)
        return {place: _without_replaced(connection, kept, ranks, layout, home) for place, kept in untouched.items()}


def _unit(layout: Layout) -> tuple[str, ...]:
    return ("seller_id", *layout.unit)


def _gather_replaced(
    connection: duckdb.DuckDBPyConnection, ours: Sequence[tuple[int, str, Part]], ranks: dict[str, int], layout: Layout
) -> None:
    """List the units that stand in more than one file, with the rank of the newest."""
    unit = ", ".join(_unit(layout))
    whole = " AND ".join(f"{name} IS NOT NULL" for name in layout.unit)
    each = " UNION ALL ".join(
        f"SELECT DISTINCT {unit}, {ranks[file]} AS pull FROM {_scan(part.path)} WHERE {whole}" for _, file, part in ours
    )
    connection.execute(
        f"CREATE TEMP TABLE replaced AS SELECT {unit}, max(pull) AS newest FROM ({each})"
        f" GROUP BY {unit} HAVING min(pull) < max(pull)"
    )


def _without_replaced(
    connection: duckdb.DuckDBPyConnection, kept: Kept, ranks: dict[str, int], layout: Layout, home: Path
) -> Kept:
    same = " AND ".join(f"r.{name} IS NOT DISTINCT FROM p.{name}" for name in _unit(layout))
    older = f"EXISTS (SELECT 1 FROM replaced r WHERE {same} AND r.newest > {ranks[kept.file]})"
    scan = f"{_scan(kept.path)} p"
    found = connection.execute(f"SELECT count(*) FROM {scan} WHERE {older}").fetchone()
    lost = int(found[0]) if found else 0
    if not lost:
        return kept
    out = home / f"{kept.path.stem}-{digest(*sorted(ranks), str(ranks[kept.file]))[:8]}-left.parquet"
    connection.execute(f"COPY (SELECT * FROM {scan} WHERE NOT {older}) TO {literal(out.as_posix())} (FORMAT parquet)")
    return Kept(kept.file, kept.part, out, kept.rows - lost)


def _scan(path: Path) -> str:
    return f"read_parquet({literal(path.as_posix())})"
