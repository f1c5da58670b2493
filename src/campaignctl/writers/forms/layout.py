"""Where everything of a form stands: which tab, column and row each value of a sheet takes.

Rows and columns are 0-based, as xlsxwriter counts; addresses are written as Excel writes them.
"""

import re
from dataclasses import dataclass, field
from typing import Any

from xlsxwriter.utility import xl_col_to_name

from campaignctl.domain.forms import (
    DATA_ROW,
    HEADER_ROW,
    QUICK_CHECK,
    Column,
    FilledSheet,
    Form,
    in_order,
    record_lines,
)
from campaignctl.writers.xlsx_style import XlsxRefused, quoted, sheet_name

CAMPAIGN_SHEET = "campaign"
ROW = "\0"
"""Stands for the row's number in a formula that is written once and used on every row."""

FIRST_COLUMN = 1  # column A is the gutter
RECORD_INPUT, RECORD_HINT, RECORD_CHECK = 2, 3, 4
_ROWS_MOST = 1_048_576
_FORMULA_LONGEST = 8192
_NESTED_MOST = 62  # Excel takes 64; a quick check is wrapped once more
_TOKEN = re.compile(r"\{([a-z][a-z0-9_]*)\}")


@dataclass(frozen=True, slots=True)
class Head:
    """The rows above the data; a worklist has its hints over its headings, and no example."""

    groups: int
    header: int
    hints: int
    example: int | None


_FORM_HEAD = Head(HEADER_ROW - 2, HEADER_ROW - 1, HEADER_ROW, HEADER_ROW + 1)
_WORKLIST_HEAD = Head(DATA_ROW - 3, DATA_ROW - 2, DATA_ROW - 4, None)


@dataclass(frozen=True, slots=True)
class ListLayout:
    """A list sheet: one column per declared column from B on, one row per thing from row 7 on."""

    filled: FilledSheet
    tab: str
    columns: tuple[Column, ...]
    last_row: int
    first_row: int = DATA_ROW - 1
    positions: dict[str, int] = field(default_factory=dict)

    @property
    def worklist(self) -> bool:
        """Whether all rows come filled, to be gone through."""
        return self.filled.sheet.worklist

    @property
    def head(self) -> Head:
        """The rows above the data."""
        return _WORKLIST_HEAD if self.worklist else _FORM_HEAD

    @property
    def capacity(self) -> int:
        """How many rows are made ready."""
        return self.last_row - self.first_row + 1

    @property
    def check(self) -> str:
        """The absolute address of the quick checks, without the tab; empty when the sheet has none."""
        return self.area(QUICK_CHECK) if QUICK_CHECK in self.positions else ""

    def used(self, *, elsewhere: bool = False) -> str:
        """Return the formula that counts the rows in use, for this sheet or for one ``elsewhere``."""
        area = self.check or self.area(self.columns[0].key)
        place = on_tab(self, area) if elsewhere else area
        return f'COUNTIF({place},"?*")' if self.check else f"COUNTA({place})"

    def area(self, key: str) -> str:
        """Return the absolute address of all cells of a column, without the tab: ``$B$7:$B$306``."""
        letter = xl_col_to_name(self.positions[key])
        return f"${letter}${self.first_row + 1}:${letter}${self.last_row + 1}"

    def cell(self, key: str, row: str = ROW) -> str:
        """Return the address of a column's cell in ``row``: ``$B7``."""
        return f"${xl_col_to_name(self.positions[key])}{row}"

    def formula(self, formula: str) -> str:
        """Return a declared formula with ``ROW`` for the row's number; ``XlsxRefused`` when it cannot be one."""
        return _expanded(formula, self.positions, self.cell, self.tab)


@dataclass(frozen=True, slots=True)
class RecordLayout:
    """A record sheet: label, input, hint and check on one line per declared column, under heads for the groups."""

    filled: FilledSheet
    tab: str
    columns: tuple[Column, ...]
    heads: dict[int, str]
    lines: dict[str, int]

    @property
    def last_row(self) -> int:
        """The last line."""
        return max((*self.heads, *self.lines.values()), default=3)

    @property
    def check(self) -> str:
        """The absolute address of the check column, without the tab."""
        letter = xl_col_to_name(RECORD_CHECK)
        return f"${letter}$4:${letter}${self.last_row + 1}"

    @property
    def values(self) -> Any:
        """The one row of values that is already known, by column key."""
        return self.filled.rows[0] if self.filled.rows else {}

    def cell(self, key: str) -> str:
        """Return the absolute address of a line's input cell: ``$C$5``."""
        return f"${xl_col_to_name(RECORD_INPUT)}${self.lines[key] + 1}"

    def check_cell(self, key: str) -> str:
        """Return the absolute address of a line's check: ``$E$5``."""
        return f"${xl_col_to_name(RECORD_CHECK)}${self.lines[key] + 1}"

    def column(self, key: str) -> Column:
        """Return the line's declaration; ``KeyError`` when there is none."""
        return self.filled.sheet.column(key)

    def formula(self, formula: str) -> str:
        """Return a declared formula with the addresses of its cells; ``XlsxRefused`` when it cannot be one."""
        return _expanded(formula, self.lines, self.cell, self.tab)


Layout = ListLayout | RecordLayout


def lay_out(form: Form, taken: list[str]) -> tuple[Layout, ...]:
    """Return where each sheet of ``form`` stands; tabs are named apart from those already ``taken``."""
    layouts: list[Layout] = []
    for filled in form.sheets:
        tab = sheet_name(filled.sheet.name, [*taken, *(layout.tab for layout in layouts)])
        layouts.append(_record(filled, tab) if filled.sheet.record else _list(filled, tab))
    return tuple(layouts)


def _list(filled: FilledSheet, tab: str) -> ListLayout:
    columns = in_order(filled.sheet)
    capacity = max(filled.sheet.rows if filled.capacity is None else filled.capacity, len(filled.rows), 1)
    if DATA_ROW - 1 + capacity > _ROWS_MOST:
        raise XlsxRefused(f"sheet {tab} has more rows than Excel takes")
    positions = {column.key: FIRST_COLUMN + number for number, column in enumerate(columns)}
    return ListLayout(filled, tab, columns, DATA_ROW - 2 + capacity, positions=positions)


def _record(filled: FilledSheet, tab: str) -> RecordLayout:
    heads, lines = record_lines(filled.sheet)
    above = {row - 1: head for row, head in heads.items()}
    return RecordLayout(filled, tab, in_order(filled.sheet), above, {key: row - 1 for key, row in lines.items()})


def on_tab(layout: Layout, address: str) -> str:
    """Return ``address`` as another sheet writes it."""
    return f"{quoted(layout.tab)}!{address}"


def _expanded(formula: str, known: dict[str, int], cell: Any, tab: str) -> str:
    strangers = sorted(set(_TOKEN.findall(formula)) - set(known))
    if strangers:
        raise XlsxRefused(f"a formula of sheet {tab} speaks of {', '.join(strangers)}, which the form does not hold")
    text = _TOKEN.sub(lambda match: cell(match[1]), formula)
    if len(text) > _FORMULA_LONGEST - 200:  # the row's number makes it a little longer
        raise XlsxRefused(f"a formula of sheet {tab} is longer than Excel takes")
    if _depth(text) > _NESTED_MOST:
        raise XlsxRefused(f"a formula of sheet {tab} is nested deeper than Excel takes")
    return text


def _depth(formula: str) -> int:
    """Return how deep the brackets of a formula stand in one another, those in its texts aside."""
    deepest = depth = 0
    for bracket in re.findall(r"[()]", re.sub(r'"[^"]*"', "", formula)):
        depth += 1 if bracket == "(" else -1
        deepest = max(deepest, depth)
    return deepest
