"""Forms as they would be read back, without a file in between: what the simulator needs to know what a lock would hold."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

from campaignctl.domain.forms import DATA_ROW, HEADER_ROW, FilledSheet, Form, Raw, in_order, record_lines
from campaignctl.readers.books import read_book
from campaignctl.readers.campaign_folder import Material, material_of, reading_of
from campaignctl.readers.grid import Grid
from campaignctl.readers.registrations import registrations_in
from campaignctl.workbooks import DECIDE, SETUP

_SENT, _DECIDED = "registrations/", "decisions/"


def read_back(forms: Mapping[str, Form]) -> Material:
    """Return what a reader would make of a campaign's forms, given by their path in its folder, the set-up first."""
    grids = {file: tuple(_grid(sheet) for sheet in form.sheets) for file, form in forms.items()}
    profile, reading = reading_of(next(iter(grids.values())), None)
    sent = {file: sheets for file, sheets in grids.items() if file.startswith(_SENT)}
    books = [
        read_book(file, sheets, DECIDE if file.startswith(_DECIDED) else SETUP, reading)
        for file, sheets in grids.items()
        if file not in sent
    ]
    return material_of(books, profile, reading, registrations=registrations_in(sent, books[0], reading))


def _grid(filled: FilledSheet) -> Grid:
    rows = _record(filled) if filled.sheet.record else _list(filled)
    return Grid(filled.sheet.name, list(rows))


def _record(filled: FilledSheet) -> Iterator[list[Any]]:
    values = filled.rows[0] if filled.rows else {}
    by_line = {line: key for key, line in record_lines(filled.sheet)[1].items()}
    for line in range(1, max(by_line, default=0) + 1):
        key = by_line.get(line, "")
        yield ["", filled.sheet.column(key).name, _cell(values.get(key))] if key else []


def _list(filled: FilledSheet) -> Iterator[list[Any]]:
    columns = in_order(filled.sheet)
    header = DATA_ROW - 1 if filled.sheet.worklist else HEADER_ROW
    yield from ([] for _ in range(header - 1))
    yield ["", *(column.name for column in columns)]
    yield from ([""] * (len(columns) + 1) for _ in range(DATA_ROW - 1 - header))
    for row in filled.rows:
        yield ["", *(_cell(row.get(column.key)) for column in columns)]


def _cell(value: Any) -> Any:
    """Return a value as a parser finds it in a cell: numbers as floats, a day as its midnight, blanks as empty text."""
    if isinstance(value, Raw):
        return _cell(value.value)
    if value is None:
        return ""
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if isinstance(value, int | float | Decimal):
        return float(value)
    if isinstance(value, date) and not isinstance(value, datetime):
        return datetime.combine(value, time())
    return value
