"""What stands in one sheet, by the columns of its declaration, before any cell is typed."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import compress
from typing import Any

from campaignctl.domain.forms import Sheet
from campaignctl.domain.observations import Kind
from campaignctl.readers.header import Named


@dataclass(frozen=True, slots=True)
class Said:
    """Something to be told of a sheet: at a row and a position (0 = A) of it, where those are known."""

    kind: Kind
    value: str
    detail: str = ""
    row: int | None = None
    position: int | None = None


@dataclass(slots=True)
class RawSheet:
    """What stands in a sheet, by the keys of its declaration, before typing.

    ``columns`` gives the position (0 = A) of each key found; ``lines`` the row of each field of a record sheet.
    ``cells`` holds one list per key; ``rows`` the row number of each entry; ``examples`` the cells, by key, of rows
    marked as the example. ``unclear`` are headings that may name one of several columns, with those columns' keys;
    ``said`` is what else is to be told. ``text`` marks a file of delimited text. ``compared`` has the cells of computed
    columns that somebody may have typed over.
    """

    name: str
    sheet: Sheet
    header_row: int = 0
    columns: dict[str, int] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)
    cells: dict[str, list[Any]] = field(default_factory=dict)
    rows: list[int] = field(default_factory=list)
    extras: dict[str, int] = field(default_factory=dict)  # heading nobody declared -> position
    doubles: dict[str, int] = field(default_factory=dict)  # heading met a second time -> position (of a record: row)
    examples: dict[int, dict[str, Any]] = field(default_factory=dict)
    untouched: list[int] = field(default_factory=list)  # rows filled in beforehand in which nobody wrote
    alone: dict[int, tuple[int, str]] = field(default_factory=dict)  # rows with a single text: its place and words
    added: dict[str, list[Any]] = field(default_factory=dict)  # cells under the headings of ``extras``, row by row
    compared: dict[str, list[Any]] = field(default_factory=dict)
    renamed: dict[str, str] = field(default_factory=dict)  # heading much like a column's own -> key
    unclear: list[Named] = field(default_factory=list)
    contested: list[Named] = field(default_factory=list)  # further headings with the same claim, until settled
    said: list[Said] = field(default_factory=list)
    text: bool = False

    def holds_row(self, row: int) -> bool:
        """Whether a row of the sheet was read as an entry."""
        at = bisect_left(self.rows, row)
        return at < len(self.rows) and self.rows[at] == row

    def keep_compared(self, columns: Mapping[str, Sequence[Any]], wanted: Sequence[bool]) -> None:
        """Add what more rows have in the computed columns that are compared; those that are not ``wanted`` left out."""
        for key, cells in columns.items():
            self.compared[key] += compress(cells, wanted)

    def keep(self, wanted: Sequence[bool]) -> None:
        """Leave out the entries that are not ``wanted``."""
        self.rows = list(compress(self.rows, wanted))
        self.cells = {key: list(compress(cells, wanted)) for key, cells in self.cells.items()}
        self.added = {text: list(compress(cells, wanted)) for text, cells in self.added.items()}
        self.compared = {key: list(compress(cells, wanted)) for key, cells in self.compared.items()}
