"""Where the fields of a declared sheet stand in one file, and what was met at those places."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from campaignctl.domain.forms import Sheet
from campaignctl.domain.observations import Kind, Observation, Place

_CELL = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")


@dataclass(frozen=True, slots=True)
class SheetMap:
    """Where the fields of a declared sheet stand in one file."""

    file: str
    name: str  # the sheet's name in that file
    sheet: Sheet
    header_row: int
    columns: Mapping[str, int]
    lines: Mapping[str, int]

    def place(self, key: str, row: int | None) -> Place:
        """Return the cell of a field; of the sheet alone when the field has no column there."""
        column = self.sheet.column(key).name if key in self.sheet.keys else ""
        if key not in self.columns:
            return Place(self.file, self.name, row, column)
        at = self.lines[key] if self.sheet.record else row
        if at is None:
            return Place(self.file, self.name, None, column)
        return Place(self.file, self.name, at, column, f"{letters(self.columns[key])}{at}")

    def heading(self, text: str, position: int, row: int | None = None) -> Place:
        """Return the place of a heading at ``position`` of the header row, or of ``row``."""
        at = row or self.header_row
        return Place(self.file, self.name, at, text, f"{letters(position)}{at}")


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
