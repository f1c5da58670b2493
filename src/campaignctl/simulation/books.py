"""The workbooks of the world as rows that faults may still change, and then as forms to be written."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from campaignctl.domain.forms import Column, FilledSheet, Form, Sheet, cell_of, in_order
from campaignctl.folder.files import CHECK
from campaignctl.workbooks import DECIDE, LAUNCH, REGISTRATION, SETUP
from campaignctl.workbooks.decide_form import decide_form
from campaignctl.workbooks.forms import Invitation, registration_form, setup_form
from campaignctl.workbooks.launch_form import launch_form
from campaignctl.workbooks.letterhead import Letterhead

Row = dict[str, Any]
SETUP_FILE = "campaign.xlsx"


@dataclass(slots=True)
class Book:
    """One workbook: rows by sheet key, in order. ``headings`` renames a column, ``without`` drops one or a sheet.

    ``saved`` is when a seller saved it, on the campaign's clock.
    """

    file: str
    rows: dict[str, list[Row]]
    headings: dict[tuple[str, str], str] = field(default_factory=dict)
    without: set[tuple[str, str]] = field(default_factory=set)  # (sheet key, column key); "" drops the whole sheet
    extra: dict[str, tuple[str, ...]] = field(default_factory=dict)  # keys read if present, shown by this book
    typed: set[tuple[str, str]] = field(default_factory=set)  # (sheet key, column key) whose formula was typed over
    saved: datetime | None = None

    @property
    def sheets(self) -> Mapping[str, Sheet]:
        """The declarations as this book shows them."""
        declared = REGISTRATION
        if self.file == SETUP_FILE:
            declared = SETUP
        elif self.file.startswith("decisions/"):
            declared = DECIDE
        elif self.file.startswith(CHECK):
            declared = LAUNCH
        return {sheet.key: self._shown(sheet) for sheet in declared if (sheet.key, "") not in self.without}

    def cell(self, sheet: str, key: str, index: int = 0) -> str:
        """Return the cell of a field as it will be written."""
        return cell_of(self.sheets[sheet], key, index)

    def header_cell(self, sheet: str, key: str) -> str:
        """Return the cell of a column's heading."""
        return cell_of(self.sheets[sheet], key).rstrip("0123456789") + "4"

    def _shown(self, sheet: Sheet) -> Sheet:
        columns = tuple(
            self._renamed(sheet, column) for column in sheet.columns if (sheet.key, column.key) not in self.without
        )
        if len(columns) == len(sheet.columns):
            return sheet if columns == sheet.columns else replace(sheet, columns=columns)
        present = {column.key for column in columns}
        kept = (column if _complete(column.formula, present) else replace(column, formula="") for column in columns)
        return replace(sheet, columns=tuple(kept))

    def _renamed(self, sheet: Sheet, column: Column) -> Column:
        name = self.headings.get((sheet.key, column.key), column.name)
        shown = column.in_form or column.key in self.extra.get(sheet.key, ())
        formula = "" if (sheet.key, column.key) in self.typed else column.formula
        is_same = (name, shown, formula) == (column.name, column.in_form, column.formula)
        return column if is_same else replace(column, name=name, in_form=shown, formula=formula)


def _complete(formula: str, present: set[str]) -> bool:
    """Whether every column that a formula speaks of is still there."""
    import re

    return set(re.findall(r"\{([a-z][a-z0-9_]*)\}", formula)) <= present


def setup_book_form(book: Book, choices: Mapping[str, Sequence[str]], **context: Any) -> Form:
    """Return the set-up workbook as a form."""
    return _with_sheets(setup_form(choices, rows=book.rows, **context), book)


def registration_book_form(book: Book, invitation: Invitation) -> Form:
    """Return a seller's registration as a form."""
    saved = book.saved.replace(tzinfo=ZoneInfo(invitation.zone)) if book.saved else None
    return replace(_with_sheets(registration_form(invitation, rows=book.rows), book), saved=saved)


def decide_book_form(book: Book, head: Letterhead, **context: Any) -> Form:
    """Return a decisions workbook as a form."""
    return _with_sheets(decide_form(book.rows["decisions"], book.rows["shop_decisions"], head, **context), book)


def launch_book_form(book: Book, head: Letterhead, **context: Any) -> Form:
    """Return a filled launch check as a form."""
    return _with_sheets(launch_form(book.rows["launch_check"], head, **context), book)


def _with_sheets(form: Form, book: Book) -> Form:
    shown = book.sheets
    sheets = tuple(
        FilledSheet(_merged(filled.sheet, shown[filled.sheet.key]), filled.rows, filled.subtitle, filled.capacity)
        for filled in form.sheets
        if filled.sheet.key in shown
    )
    return replace(form, sheets=sheets)


def _merged(made: Sheet, shown: Sheet) -> Sheet:
    """Take the columns that the form made (hints of this campaign), in the order and under the names shown."""
    by_key = {column.key: column for column in made.columns}
    columns = tuple(
        replace(
            by_key[column.key],
            name=column.name,
            in_form=column.in_form,
            formula=column.formula and by_key[column.key].formula,
        )
        for column in in_order(shown)
    )
    return replace(made, columns=columns)
