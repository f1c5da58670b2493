"""One file becomes one part for each of its sheets that a layout fits, and observations for everything else."""

import csv
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import duckdb

from campaignctl.domain.observations import Kind, Observation, Place
from campaignctl.marketplaces.layouts import Layouts
from campaignctl.readers.cells.base import Reading
from campaignctl.readers.exports.engine import connect, literal
from campaignctl.readers.exports.find import Found
from campaignctl.readers.exports.finish import Origin, finish, times_in_gap
from campaignctl.readers.exports.lost import lost_cells
from campaignctl.readers.exports.numbers import Money, money_of
from campaignctl.readers.exports.recognise import Match, header_oddities, recognise, strangers
from campaignctl.readers.exports.sniff import Text, Unfit, sniff
from campaignctl.readers.exports.sources import (
    CellText,
    Sheet,
    Source,
    can_be_read_as_is,
    plain,
    rewritten,
    text_sheet,
    workbook_sheets,
)
from campaignctl.readers.exports.staging import Columns, Staged, stage, swaps_as_well
from campaignctl.readers.exports.times import gap_observation, offsets
from campaignctl.readers.preflight import Refusal, preflight


@dataclass(frozen=True, slots=True)
class Part:
    """One sheet of one file as a canonical table. ``fresh`` is the newest instant that the layout judges pulls by."""

    path: Path
    layout: str
    title: str
    table: str
    sheet: str
    header_row: int
    seller_id: str | None
    rows: int
    latest: datetime | None
    fresh: datetime | None
    first: date | None = None
    last: date | None = None


@dataclass(frozen=True, slots=True)
class FileRead:
    """What one file brought."""

    parts: tuple[Part, ...] = ()
    observations: tuple[Observation, ...] = ()


@dataclass(frozen=True, slots=True)
class Setting:
    """What is known before any export is opened.

    ``sellers`` are the ids of the Sellers sheet: a sub-folder of that name says whose a file is, and where there is
    only one seller, all files are theirs.
    """

    layouts: Layouts
    reading: Reading
    sellers: Collection[str]


@dataclass(frozen=True, slots=True)
class Task:
    """A file to be read in a scratch directory. ``judged``: other files of its seller stand beside it."""

    found: Found
    setting: Setting
    judged: bool
    scratch: Path

    @property
    def layouts(self) -> Layouts:
        """The layouts to try."""
        return self.setting.layouts

    @property
    def reading(self) -> Reading:
        """The campaign's currency and zone, the marketplace's order of day and month."""
        return self.setting.reading

    @property
    def money(self) -> Money:
        """How amounts are read."""
        return money_of(self.reading.currency, self.layouts.money)


def read_file(task: Task) -> FileRead:
    """Read one export file; whatever is wrong with it ends in an observation, never in an error."""
    sheets = _sheets(task.found.path)
    place = Place(task.found.name)
    if isinstance(sheets, Unfit):
        kind = Kind.EMPTY if sheets.empty else Kind.UNREADABLE
        return FileRead((), (Observation(kind, place, task.found.path.name, sheets.why),))
    told = [(sheet, recognise(sheet.head, task.layouts, task.found.name, sheet.name)) for sheet, _ in sheets]
    matches = [(sheet, match) for sheet, match in told if isinstance(match, Match)]
    if not matches:
        return FileRead((), (_unknown(task, told),))
    task.scratch.mkdir()
    text = sheets[0][1]
    reads = [_read_sheet(task, sheet, match, text, number) for number, (sheet, match) in enumerate(matches)]
    return FileRead(
        tuple(part for read in reads for part in read.parts),
        tuple(observation for read in reads for observation in read.observations),
    )


def _sheets(path: Path) -> list[tuple[Sheet, Text | None]] | Unfit:
    kind = sniff(path)
    if isinstance(kind, Unfit):
        return kind
    try:
        if isinstance(kind, Text):
            return [(text_sheet(path, kind), kind)]
        passed = preflight(path)
        sheets = Unfit(passed.why) if isinstance(passed, Refusal) else workbook_sheets(path)
    except OSError as error:
        return Unfit(f"cannot be read: {error.strerror or error}")
    if isinstance(sheets, Unfit):
        return sheets
    return [(sheet, None) for sheet in sheets] or Unfit("has no visible sheet", empty=True)


def _unknown(task: Task, told: list[tuple[Sheet, object]]) -> Observation:
    """Name an export that is known and not read, or say what the file is most like."""
    for sheet, known in told:
        if known is not None and not isinstance(known, Match):
            place = Place(task.found.name, sheet.name)
            return Observation(Kind.UNKNOWN_LAYOUT, place, known.title, f"is the {known.title}: {known.says}")  # type: ignore[attr-defined]
    sheet = told[0][0]
    blank = not any(cell.strip() for row in sheet.head for cell in row)
    kind = Kind.EMPTY if blank else Kind.UNKNOWN_LAYOUT
    why = "is empty" if blank else strangers(sheet.head, task.layouts)
    return Observation(kind, Place(task.found.name, sheet.name), task.found.path.name, why)


def _read_sheet(task: Task, sheet: Sheet, match: Match, text: Text | None, number: int) -> FileRead:
    place = Place(task.found.name, sheet.name)
    columns = _columns(task, sheet, match)
    odd = header_oddities(match, place)
    with connect(task.scratch) as connection:
        try:
            staged, left_out = _stage(connection, sheet, match, columns, text, task, task.scratch / f"{number}")
        except (duckdb.Error, csv.Error, OSError, UnicodeError) as error:
            return FileRead((), (Observation(Kind.UNREADABLE, place, task.found.path.name, _why(error)), *odd))
        part, more = _finished(connection, staged, match, columns, task, place, task.scratch / f"{number}-out.parquet")
    return FileRead((part,), (*odd, *left_out, *more))


def _why(error: Exception) -> str:
    return f"cannot be read as a table: {str(error).strip().splitlines()[0][:200]}"


def _columns(task: Task, sheet: Sheet, match: Match) -> Columns:
    """Return the columns to read; times that only tell how new a pull is, where there are others to compare it with."""
    layout = match.layout
    passing = {name for name, column in layout.columns.items() if column.passing and column.type == "instant"}
    at = {name: where for name, where in match.columns.items() if task.judged or name not in passing}
    data = sheet.head[match.data_at :]
    cells = {name: [row[where].strip() for row in data if where < len(row)] for name, where in at.items()}
    return Columns(layout, at, {name: [cell for cell in found if cell] for name, found in cells.items()}, task.money)


def _stage(
    connection: duckdb.DuckDBPyConnection,
    sheet: Sheet,
    match: Match,
    columns: Columns,
    text: Text | None,
    task: Task,
    out: Path,
) -> tuple[Staged, list[Observation]]:
    """Type a sheet: a clean text file as it lies there, any other after rewriting it as one."""
    width, skip, typed = len(match.header), match.data_at, out.with_suffix(".parquet")
    order = task.reading.date_order
    if text and can_be_read_as_is(sheet, text, skip):
        source = Source(task.found.path, text.delimiter, width, skip)
        try:
            return stage(connection, source, columns, order, typed), []
        except duckdb.Error:
            pass  # cells over several lines, rows of other widths, bytes that are not UTF-8: rewriting copes with them
    place = Place(task.found.name, sheet.name)
    source, odd = rewritten(sheet, _cell_text(match, task.money), width, skip, out.with_suffix(".csv"), place)
    return stage(connection, source, columns, order, typed), odd


def _cell_text(match: Match, money: Money) -> CellText:
    """Return how a workbook's cells are written: a number in a money column the way the marketplace writes money."""
    amounts = {where for name, where in match.columns.items() if match.layout.columns[name].type == "money"}
    if money.writing.decimal == "." or not amounts:
        return plain

    def text(cell: object, position: int) -> str:
        return money.written(plain(cell)) if position in amounts and isinstance(cell, float) else plain(cell)

    return text


def _finished(
    connection: duckdb.DuckDBPyConnection,
    staged: Staged,
    match: Match,
    columns: Columns,
    task: Task,
    place: Place,
    out: Path,
) -> tuple[Part, list[Observation]]:
    layout = match.layout
    zone = task.reading.zone if layout.zone == "shop" else layout.zone
    seller = None if "seller_id" in columns.at else task.found.seller_id
    origin = Origin(place, match.data_at + 1, seller)
    odd = list(lost_cells(connection, staged, columns, origin))
    odd += _date_order(connection, staged, columns, place, task.reading.date_order)
    line = offsets(zone, staged.earliest, max(staged.latest.values())) if staged.earliest else ()
    skipped = times_in_gap(connection, staged, line)
    odd += [gap_observation(place, skipped, zone)] if skipped else []
    odd += finish(connection, staged, layout, origin, line, out)
    scan = f"read_parquet({literal(out.as_posix())})"
    found = connection.execute(f"SELECT count(*), count(seller_id) FROM {scan}").fetchone() or (0, 0)
    rows, owned = int(found[0]), int(found[1])
    odd += _without(task, place, rows, owned, match)
    latest = max((staged.latest[name] for name in staged.latest if name in layout.shape), default=None)
    fresh = max((staged.latest[name] for name in layout.fresh_by if name in staged.latest), default=None)
    first, last = (date.fromisoformat(day) if day else None for day in match.period)
    part = Part(
        out, layout.name, layout.title, layout.canonical, place.sheet, match.at + 1, seller, rows,
        _utc(latest, zone), _utc(fresh, zone), first, last,
    )  # fmt: skip
    return part, odd


def _utc(local: datetime | None, zone: str) -> datetime | None:
    return local.replace(tzinfo=ZoneInfo(zone)).astimezone(UTC) if local else None


def _date_order(
    connection: duckdb.DuckDBPyConnection, staged: Staged, columns: Columns, place: Place, expected: str
) -> list[Observation]:
    """Say when a file proved another order of day and month than expected, or leaves the order open."""
    if not columns.says_order():
        return []
    words: Mapping[str, str] = {"mdy": "month before day", "dmy": "day before month"}
    example = next(cells[0] for name, cells in columns.examples.items() if name in columns.instants and cells)
    if staged.order != expected:
        why = f"dates fit no other order than {words[staged.order]} and are read so"
        return [Observation(Kind.AMBIGUOUS_DATE, place, example, why)]
    if staged.order in words and swaps_as_well(connection, staged):
        why = f"every day is 12 or less; read as {words[staged.order]}, as the marketplace writes dates"
        return [Observation(Kind.AMBIGUOUS_DATE, place, example, why)]
    return []


def _without(task: Task, place: Place, rows: int, owned: int, match: Match) -> list[Observation]:
    """Say when a sheet has no rows, or rows without a seller."""
    if not rows:
        return [Observation(Kind.EMPTY, place, "", f"{match.layout.title}: no rows under the header")]
    if owned == rows:
        return []
    if "seller_id" in match.columns:
        why = f"{rows - owned:,} of {rows:,} rows name no seller"
    elif task.found.unknown_folder:
        hint = f"; did you mean {task.found.hint}?" if task.found.hint else ""
        why = f'the folder "{task.found.unknown_folder}" is no id of the Sellers sheet{hint}'
    else:
        why = "put the file into a folder named by the seller's id, exports/<seller id>/"
    return [Observation(Kind.NO_SELLER, place, task.found.unknown_folder, why)]
