"""A form is a workbook that people fill: sheets of columns, each declared once.

From one declaration come the form that ``new`` writes, the reader, the observations and the data dictionary.
``Column`` and ``Sheet`` are the declaration; ``Form`` is a declaration made ready to be written: choices resolved,
rows filled in.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

NO_LIMIT = -1
"""What ``No limit`` reads as in a count column; blank stays missing."""

DATA_ROW = 7
HEADER_ROW = 4
"""Where a list sheet's header and first data row stand when campaignctl writes it; readers find them by content."""


class Type(StrEnum):
    """What a cell of the column holds."""

    TEXT = "text"
    ID = "id"
    MONEY = "money"
    PERCENT = "percent"
    INT = "int"
    NUMBER = "number"
    DATE = "date"
    DATETIME = "datetime"
    YES_NO = "yes/no"
    CHOICE = "choice"
    LIST = "list"
    EMAIL = "email"
    URL = "url"
    VALUE = "percent or money"  # the unit follows another column
    COMPUTED = "computed"


class Class(StrEnum):
    """Who may see the column's content."""

    PUBLIC = "P"  # may go to sellers
    INTERNAL = "I"
    RESTRICTED = "R"  # only its own seller, prices.xlsx, roster


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a list sheet, or one line of a record sheet.

    ``choices`` are fixed words; ``choices_from`` names a list made when the form is: ``profile:tools``,
    ``sheet:Contacts``, ``team:categories``. ``required`` is ``yes``, ``no`` or ``if``; then ``when`` is
    ``(key, words)``: required where that other column holds one of the words. ``formula`` (computed columns and
    quick checks) is Excel's, with ``{key}`` for the cell of another column in the same row.
    """

    name: str
    key: str
    type: Type
    required: str = "no"
    when: tuple[str, tuple[str, ...]] | None = None
    choices: tuple[str, ...] = ()
    choices_from: str = ""
    default: str = ""
    hint: str = ""
    example: Any = None
    aliases: tuple[str, ...] = ()
    group: str = ""
    folded: bool = False
    visible: Class = Class.INTERNAL
    longest: int | None = None
    least: float | None = None
    most: float | None = None
    ends: bool = False
    takes_effect: bool = False  # a moment, not a day: of a day without a time it is said that it was read as midnight
    no_limit: bool = False
    typed_none: bool = False
    in_form: bool = True
    given: bool = False  # comes filled and is read back: what a row is about, not what is asked
    formula: str = ""
    compared: tuple[str, str] | None = None  # computed: how much the first is off the second; what is typed is kept
    width: float | None = None
    printed: bool = True  # else it stands right of what is printed

    @property
    def is_input(self) -> bool:
        """Whether it is read; computed columns are never read back."""
        return self.type is not Type.COMPUTED

    @property
    def is_asked(self) -> bool:
        """Whether people fill it."""
        return self.is_input and not self.given


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet of a form. ``record`` sheets hold one value a line, list sheets one thing a row.

    ``key`` is the name of the frame that the reader makes of it. A ``worklist`` comes with all its rows, to be gone
    through: it has no example, and its headings stand right above the rows, with filter buttons. The rows of one that
    is filled on ``paper`` are high enough to write in. ``entered_by`` are the columns by which a row becomes an entry,
    where the others may have been filled in beforehand; without them any filled cell does. ``vague`` gives headings
    that people type and that may mean one of several columns, each with their keys: ``("Price", ("list_price",
    "campaign_price"))``.
    """

    name: str
    key: str
    columns: tuple[Column, ...]
    record: bool = False
    purpose: str = ""
    rows: int = 300
    required: bool = True
    aliases: tuple[str, ...] = ()
    subtitle: str = ""
    worklist: bool = False
    entered_by: tuple[str, ...] = ()
    paper: bool = False
    vague: tuple[tuple[str, tuple[str, ...]], ...] = ()
    keys: tuple[str, ...] = field(init=False, repr=False, compare=False)
    """The keys of all columns, in order; kept, for every finding and every observation asks for them."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "keys", tuple(column.key for column in self.columns))

    def column(self, key: str) -> Column:
        """Return the column with ``key``; ``KeyError`` when there is none."""
        return self.columns[self.keys.index(key)] if key in self.keys else _no(self, key)

    @property
    def written(self) -> tuple[Column, ...]:
        """The columns that stand in the form itself."""
        return tuple(column for column in self.columns if column.in_form)


def _no(sheet: Sheet, key: str) -> Column:
    raise KeyError(f"sheet {sheet.name} has no column {key}")


@dataclass(frozen=True, slots=True)
class FilledSheet:
    """A sheet with what is already known: one mapping (column key -> value) per row, in order.

    Values are Python's: ``Decimal`` for money in major units and for percent as a fraction, aware or naive local
    ``datetime``, ``date``, ``str``, ``int``, ``bool``; a missing key is a blank cell. A ``Raw`` value is written as
    it is, whatever the column asks for (the simulator plants faults with it). A record sheet has one row.
    """

    sheet: Sheet
    rows: tuple[Mapping[str, Any], ...] = ()
    subtitle: str = ""
    capacity: int | None = None  # blank rows made ready, when not the sheet's own number
    counted: str = "rows used"  # what the quick check counts


@dataclass(frozen=True, slots=True)
class Raw:
    """A cell to be written exactly as given: text stays text, a float stays a number."""

    value: str | float | int | bool | None


@dataclass(frozen=True, slots=True)
class Form:
    """A workbook ready to be written.

    ``lists`` resolves every ``choices_from`` to its words. ``guide`` is the page "How to fill this". ``saved`` (aware)
    is when somebody who filled it is to have saved it; None for a form as it leaves us.
    """

    name: str
    title: str
    context: str
    currency: str
    zone: str
    sheets: tuple[FilledSheet, ...]
    lists: Mapping[str, Sequence[str]] = field(default_factory=dict)
    guide: tuple[str, ...] = ()
    next_command: str = ""
    properties: Mapping[str, str] = field(default_factory=dict)
    saved: datetime | None = None


QUICK_CHECK = "quick_check"
"""The key of a list sheet's own check, which always stands last."""

_FIRST_LINE = 4
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def in_order(sheet: Sheet) -> tuple[Column, ...]:
    """Return the columns of a sheet as its form shows them: the quick check comes last, a record sheet has none."""
    if sheet.record:
        return tuple(column for column in sheet.written if column.key != QUICK_CHECK)
    return tuple(sorted(sheet.written, key=lambda column: column.key == QUICK_CHECK))


def record_lines(sheet: Sheet) -> tuple[dict[int, str], dict[str, int]]:
    """Return where a record sheet's section heads (by row) and fields (by key) stand; rows as Excel numbers them."""
    heads: dict[int, str] = {}
    lines: dict[str, int] = {}
    row, group = _FIRST_LINE, ""
    for column in in_order(sheet):
        if column.group != group:
            heads[row], group = column.group, column.group
            row += 1
        lines[column.key] = row
        row += 1
    return heads, lines


def cell_of(sheet: Sheet, key: str, index: int = 0) -> str:
    """Return the cell in which a form holds a field: of its ``index``-th data row, counted from 0."""
    if sheet.record:
        return f"C{record_lines(sheet)[1][key]}"
    position = 1 + [column.key for column in in_order(sheet)].index(key)
    letters = _LETTERS[position] if position < 26 else _LETTERS[position // 26 - 1] + _LETTERS[position % 26]
    return f"{letters}{DATA_ROW + index}"
