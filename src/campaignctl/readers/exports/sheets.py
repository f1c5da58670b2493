"""A recognised sheet becomes a canonical table; what its reading met is told on the way."""

import csv
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import duckdb

from campaignctl.domain.observations import Kind, Observation, Place
from campaignctl.readers.exports.clocks import offsets
from campaignctl.readers.exports.engine import connect, literal, parquet
from campaignctl.readers.exports.finish import Origin, finish, times_in_gap
from campaignctl.readers.exports.lost import lost_cells
from campaignctl.readers.exports.numbers import Money
from campaignctl.readers.exports.oddities import (
    assumed_numbers,
    assumed_times,
    date_order,
    other_currency,
    rounded_ids,
)
from campaignctl.readers.exports.parts import FileRead, Part, Task
from campaignctl.readers.exports.recognise import Match, header_oddities
from campaignctl.readers.exports.sources import CellText, Sheet, Source, can_be_read_as_is, plain, rewritten
from campaignctl.readers.exports.staging import Columns, Staged, stage
from campaignctl.readers.sniff import Text


@dataclass(frozen=True, slots=True)
class SheetWork:
    """A sheet that a layout fits, on its way to a table. ``text`` is how its file is written, where that is text."""

    task: Task
    sheet: Sheet
    match: Match
    text: Text | None
    number: int

    @property
    def place(self) -> Place:
        """The sheet in its file."""
        return Place(self.task.found.name, self.sheet.name)

    @property
    def zone(self) -> str:
        """The zone of the sheet's times."""
        layout = self.match.layout
        return self.task.reading.zone if layout.zone == "shop" else layout.zone

    def read(self) -> FileRead:
        """Return the sheet's table and everything odd; a sheet that is no table after all has no table."""
        odd = list(header_oddities(self.match, self.place))
        columns = self._columns()
        try:
            with connect(self.task.scratch) as connection:
                staged, left_out = self._staged(connection, columns)
                odd += [*left_out, *lost_cells(connection, staged, columns, self._origin(columns, staged))]
                odd += date_order(connection, staged, columns, self.place, self.task.reading.date_order)
                odd += assumed_times(staged, columns, self.place)
                odd += rounded_ids(columns, self.place)
                odd += other_currency(connection, staged, self.match, columns.money, self.place)
                odd += assumed_numbers(staged, columns, self.place)
                part, more = self._finished(connection, columns, staged)
        except (duckdb.Error, csv.Error, OSError, UnicodeError) as error:
            why = f"cannot be read as a table: {str(error).strip().splitlines()[0][:200]}"
            return FileRead((), (Observation(Kind.UNREADABLE, self.place, self.task.found.path.name, why), *odd))
        return FileRead((part,), (*odd, *more))

    def _path(self, suffix: str) -> Path:
        return self.task.scratch / f"{self.number}{suffix}"

    def _columns(self) -> Columns:
        """Return the columns to read; times that only tell how new a pull is, where there are others to compare."""
        layout, judged = self.match.layout, self.task.judged
        passing = {name for name, column in layout.columns.items() if column.passing and column.type == "instant"}
        at = {name: where for name, where in self.match.columns.items() if judged or name not in passing}
        data = self.sheet.head[self.match.data_at :]
        cells = {name: [row[where].strip() for row in data if where < len(row)] for name, where in at.items()}
        examples = {name: [cell for cell in found if cell] for name, found in cells.items()}
        return Columns(layout, at, examples, self.task.money, self.zone)

    def _staged(self, connection: duckdb.DuckDBPyConnection, columns: Columns) -> tuple[Staged, list[Observation]]:
        """Type a sheet: a clean text file as it lies there, any other after rewriting it as one."""
        typed, order = self._path(".parquet"), self.task.reading.date_order
        if self.text and can_be_read_as_is(self.sheet, self.text, self.match.data_at):
            as_is = Source(self.task.found.path, self.text.delimiter, len(self.match.header), self.match.data_at)
            try:
                return stage(connection, as_is, columns, order, typed), []
            except duckdb.Error:
                pass  # rows of other widths, bytes that are not UTF-8, stray quotes: rewriting copes with them
        cells = _cell_text(self.match, self.task.money)
        source, odd = rewritten(self.sheet, self.match, cells, self._path(".csv"), self.place)
        return stage(connection, source, columns, order, typed), odd

    def _origin(self, columns: Columns, staged: Staged) -> Origin:
        seller = None if "seller_id" in columns.at else self.task.found.seller_id
        ends = max(staged.latest.values(), default=None)
        clocks = offsets(self.zone, staged.earliest, ends) if staged.earliest and ends else ()
        first, last = (_day(day, self.match.layout.period_form) for day in self.match.period)
        return Origin(self.place, self.match.data_at + 1, seller, clocks, (first, last))

    def _finished(
        self, connection: duckdb.DuckDBPyConnection, columns: Columns, staged: Staged
    ) -> tuple[Part, list[Observation]]:
        layout, out = self.match.layout, self._path("-out.parquet")
        origin = self._origin(columns, staged)
        odd = list(times_in_gap(connection, staged, layout, origin, self.zone))
        odd += finish(connection, staged, layout, origin, out)
        counted = connection.execute(f"SELECT count(*), count(seller_id) FROM {parquet(out)}").fetchone()
        rows, owned = counted or (0, 0)
        odd += self._without(rows, owned)
        odd += self._of_others(connection, out)
        happened = [name for name in layout.fresh_by if name in staged.latest]
        latest = max((staged.latest[name] for name in happened if name in layout.shape), default=None)
        fresh = max((staged.latest[name] for name in happened), default=None)
        part = Part(
            out, layout.name, layout.title, layout.canonical, self.place.sheet, self.match.at + 1, origin.seller_id,
            rows, _utc(latest, self.zone), _utc(fresh, self.zone), *origin.days, self.match.unknown,
            dict(self.match.columns),
        )  # fmt: skip
        return part, odd

    def _of_others(self, connection: duckdb.DuckDBPyConnection, out: Path) -> list[Observation]:
        """Say when a file lies in one seller's folder and its own column names another."""
        folder = self.task.found.seller_id
        if folder is None or "seller_id" not in self.match.columns:
            return []
        others = f"SELECT seller_id, count(*) FROM {parquet(out)} WHERE seller_id <> {literal(folder)} GROUP BY 1"
        found = connection.execute(f"{others} ORDER BY 2 DESC, 1").fetchall()
        if not found:
            return []
        other, rows = found[0][0], sum(count for _, count in found)
        named = f"{other} and others" if len(found) > 1 else other
        those = "1 row names" if rows == 1 else f"{rows:,} rows name"
        why = f"{those} {named} as seller, not {folder} whose folder it is"
        return [Observation(Kind.NO_SELLER, self.place, other[:80], f"{why}; the column counts")]

    def _without(self, rows: int, owned: int) -> list[Observation]:
        """Say when a sheet has no rows, or rows without a seller."""
        found = self.task.found
        if not rows:
            return [Observation(Kind.EMPTY, self.place, "", f"{self.match.layout.title}: no rows under the header")]
        if owned == rows:
            return []
        if "seller_id" in self.match.columns:
            why = f"{rows - owned:,} of {rows:,} rows name no seller"
        elif found.unknown_folder:
            hint = f"; did you mean {found.hint}?" if found.hint else ""
            why = f'the folder "{found.unknown_folder}" is no id of the Sellers sheet{hint}'
        else:
            why = "the file lies in no seller's folder, and the campaign has several sellers"
        return [Observation(Kind.NO_SELLER, self.place, found.unknown_folder, why)]


def _cell_text(match: Match, money: Money) -> CellText:
    """Return how a workbook's cells are written: a number in a money column the way the marketplace writes money."""
    amounts = {where for name, where in match.columns.items() if match.layout.columns[name].type == "money"}
    if money.writing.decimal == "." or not amounts:
        return plain

    def text(cell: object, position: int) -> str:
        return money.written(plain(cell)) if position in amounts and isinstance(cell, float) else plain(cell)

    return text


def _day(text: str, form: str) -> date | None:
    try:
        return datetime.strptime(text, form).date()  # noqa: DTZ007 - a day of the shop's calendar has no zone
    except ValueError:
        return None


def _utc(local: datetime | None, zone: str) -> datetime | None:
    return local.replace(tzinfo=ZoneInfo(zone)).astimezone(UTC) if local else None
