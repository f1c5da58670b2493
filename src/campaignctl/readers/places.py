"""Where the fields of a declared sheet stand in one file, and what was met at those places."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from campaignctl.domain.forms import Sheet
from campaignctl.domain.observations import Kind, Observation, Place

_CELL = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")


@dataclass(frozen=True, slots=True)
class SheetMap:
    """Where the fields of a declared sheet stand in one file.

    ``others`` are further tables in the same sheet of the workbook, each below the one before.
    """

    file: str
    name: str  # the sheet's name in that file
    sheet: Sheet
    header_row: int
    columns: Mapping[str, int]
    lines: Mapping[str, int]
    others: tuple["SheetMap", ...] = ()

    @property
    def tables(self) -> tuple["SheetMap", ...]:
        """All tables of the sheet, from top to bottom."""
        return tuple(sorted((self, *self.others), key=lambda table: table.top)) if self.others else (self,)

    @property
    def top(self) -> int:
        """The row in which the table begins: its header, or the first field of a record."""
        return self.header_row or min(self.lines.values(), default=0)

    def at(self, row: int | None) -> "SheetMap":
        """Return the table that a row of the sheet belongs to."""
        if not self.others or row is None:
            return self
        return next((table for table in reversed(self.tables) if table.top <= row), self)

    def place(self, key: str, row: int | None) -> Place:
        """Return the cell of a field; of the sheet alone when the field has no column there."""
        table = self.at(row)
        if key not in table.sheet.keys:
            table = next((other for other in self.tables if key in other.sheet.keys), table)
        column = table.sheet.column(key).name if key in table.sheet.keys else ""
        if key not in table.columns:
            return Place(self.file, self.name, row, column)
        at = table.lines[key] if table.sheet.record else row
        if at is None:
            return Place(self.file, self.name, None, column)
        return Place(self.file, self.name, at, column, f"{letters(table.columns[key])}{at}")

    def heading(self, text: str, position: int, row: int | None = None) -> Place:
        """Return the place of a heading at ``position`` of the header row, or of ``row``."""
        at = row or self.header_row
        return Place(self.file, self.name, at, text, f"{letters(position)}{at}")

    def spot(self, row: int | None, position: int | None) -> Place:
        """Return a place of the sheet as exactly as it is known."""
        cell = "" if row is None or position is None else f"{letters(position)}{row}"
        return Place(self.file, self.name, row, "", cell)


def one_map(tables: Sequence[SheetMap]) -> SheetMap:
    """Return the maps of all tables in one sheet of a workbook as one: the first list leads, or the first table."""
    lead = next((table for table in tables if not table.sheet.record), tables[0])
    return replace(lead, others=tuple(table for table in tables if table is not lead)) if len(tables) > 1 else lead


@dataclass(slots=True)
class Notes:
    """The observations of one sheet, as they are met; ``odd`` are the cells (key, row) that something was said of."""

    where: SheetMap
    met: list[Observation] = field(default_factory=list)
    odd: set[tuple[str, int]] = field(default_factory=set)

    def at(self, key: str, row: int, kind: Kind, value: str = "", detail: str = "") -> None:
        """Note an oddity of a cell."""
        self.met.append(Observation(kind, self.where.place(key, row), value, detail))
        self.odd.add((key, row))

    def of(self, place: Place, kind: Kind, value: str, detail: str = "") -> None:
        """Note an oddity of a heading or of the whole sheet."""
        self.met.append(Observation(kind, place, value, detail))


def letters(position: int) -> str:
    """Return a column's letters: 0 is A, 26 is AA."""
    text = ""
    position += 1
    while position:
        position, rest = divmod(position - 1, 26)
        text = chr(65 + rest) + text
    return text


def position_and_row(cell: str) -> tuple[int, int] | None:
    """Return a cell's column, counted from 0, and its row: ``B7`` is (1, 7); None when it names no cell."""
    found = _CELL.fullmatch(cell)
    if not found:
        return None
    number = 0
    for letter in found[1]:
        number = number * 26 + ord(letter) - 64
    return number - 1, int(found[2])
